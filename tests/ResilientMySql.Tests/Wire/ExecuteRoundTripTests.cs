using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>Any arguments, executed again and again, mean to a server what they meant to the caller.</summary>
public sealed class ExecuteRoundTripTests
{
    private const int Statements = 100;
    private const int Executions = 12;

    [Theory]
    [InlineData(false, 20_26)]
    [InlineData(true, 11_23)]
    public void RandomArguments_AreReadAsTheyWereBound(bool hasAttributes, int seed)
    {
        var random = new Random(seed);
        var buffer = new SendBuffer();
        for (int i = 0; i < Statements; i++)
            RunStatement(random, buffer, hasAttributes);
    }

    /// <summary>The buffer is the session's: whatever was in it before must not show.</summary>
    private static void RunStatement(Random random, SendBuffer buffer, bool hasAttributes)
    {
        WireCapabilities capabilities = hasAttributes ? Requests.WithAttributes : Requests.Plain;
        int[] kinds = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(RandomArgument.Kinds))];
        var statement = new WireStatement((uint)random.Next(), kinds.Length);
        var server = new ServerView(kinds.Length, hasAttributes);
        for (int i = 0; i < Executions; i++)
        {
            // Now and then a placeholder gets another type.
            bool isChanged = random.Next(4) == 0;
            if (isChanged)
                kinds[random.Next(kinds.Length)] = random.Next(RandomArgument.Kinds);

            RandomArgument[] arguments = [.. kinds.Select(kind => random.Next(5) == 0 ? RandomArgument.Null(kind) : RandomArgument.Next(random, kind))];
            Requests.Encode(buffer, statement, capabilities, (ref sink) =>
            {
                foreach (RandomArgument argument in arguments)
                    argument.Bind(ref sink);
            });

            Assert.Equal(arguments.Select(static argument => argument.Expected), server.Read(Requests.PayloadOf(buffer.Packets)));
            Assert.True(server.GotTypes || i > 0);
            if (random.Next(20) == 0)
                buffer.Recycle();
        }
    }
}
