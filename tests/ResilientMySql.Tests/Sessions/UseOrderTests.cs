using ResilientMySql.Sessions;

namespace ResilientMySql.Tests.Sessions;

public sealed class UseOrderTests
{
    [Fact]
    public void AnyUses_TheOldestIsTheOneNotUsedForLongest()
    {
        var random = new Random(20261123);
        var order = new UseOrder();
        var expected = new List<PreparedStatement>();
        for (int step = 0; step < 5_000; step++)
        {
            int choice = expected.Count == 0 ? 0 : random.Next(3);
            PreparedStatement statement = choice == 0 ? new PreparedStatement($"{step}") : expected[random.Next(expected.Count)];
            expected.Remove(statement);
            if (choice < 2)
                expected.Add(statement);

            if (choice == 0)
                order.Add(statement);
            else if (choice == 1)
                order.Touch(statement);
            else
                order.Remove(statement);

            Assert.Equal(expected.Count, order.Count);
            Assert.Same(expected.FirstOrDefault(), order.Oldest);
        }

        while (order.Oldest is { } oldest)
        {
            Assert.Same(expected[0], oldest);
            expected.RemoveAt(0);
            order.Remove(oldest);
        }

        Assert.Empty(expected);
    }
}
