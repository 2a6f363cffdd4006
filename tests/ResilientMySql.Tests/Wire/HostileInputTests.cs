using System.Diagnostics;
using System.Globalization;
using MySqlConnector;
using ResilientMySql.Wire;
using Xunit.Abstractions;

namespace ResilientMySql.Tests.Wire;

/// <summary>
/// Whatever comes, it is read, or refused as none of the protocol: no other exception, no end that is never reached, and no more memory than what
/// came is worth. Ten seconds of it, and a minute in <c>./test</c>; <c>RESILIENTMYSQL_FUZZ_SECONDS</c> asks for more, and <c>RESILIENTMYSQL_FUZZ_CASE</c> for one case again.
/// </summary>
public sealed class HostileInputTests(ITestOutputHelper output)
{
    private const int Seconds = 10;
    private const int BytesAtLeast = 64 * 1024;

    // A column definition of 30 bytes is an object of 200; what is thrown costs some hundreds once.
    private const int BytesForEach = 40;

    private readonly RowLayout _layout = new();
    private int _refused;
    private int _ended;
    private long _rows;

    [Fact]
    public void BrokenAnswer_IsReadOrRefused()
    {
        if (Variable("RESILIENTMYSQL_FUZZ_CASE") is { } only)
        {
            Try(only);
            return;
        }

        long end = Stopwatch.GetTimestamp() + (Variable("RESILIENTMYSQL_FUZZ_SECONDS") ?? Seconds) * Stopwatch.Frequency;
        int cases = 0;
        while (Stopwatch.GetTimestamp() < end)
            Try(cases++);

        output.WriteLine($"{cases} cases: {_refused} refused, {_ended} came to their end, {_rows} rows read");
        Assert.True(_refused > cases / 10 && _ended > cases / 10 && _rows > cases / 10, $"{cases} cases: {_refused} refused, {_ended} ended, {_rows} rows");
    }

    private void Try(int number)
    {
        try
        {
            Run(number);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Case {number} of the fuzzing", exception);
        }
    }

    private void Run(int number)
    {
        var random = new Random(number);
        var server = new HostileServer(random);
        bool isPrepare = random.Next(5) == 0;
        byte[] bytes = isPrepare ? server.PrepareAnswer() : server.Answer();
        if (random.Next(8) > 0)
            bytes = server.Break(bytes);

        var format = (MySqlGuidFormat)random.Next(7);
        var buffer = new ReceiveBuffer();
        buffer.Expect(1);
        var answer = new ReceivedAnswer(buffer, _layout, server.Capabilities, format);

        long before = GC.GetAllocatedBytesForCurrentThread();
        bool isRefused = false;
        try
        {
            Receive(random, bytes, buffer, answer, isPrepare);
        }
        catch (WireProtocolException)
        {
            isRefused = true;
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before - answer.BytesForValues;
        Assert.True(allocated <= BytesAtLeast + (long)BytesForEach * bytes.Length, $"{allocated} bytes for {bytes.Length}");
        _refused += isRefused ? 1 : 0;
        _ended += answer.HasEnded ? 1 : 0;
        _rows += answer.Rows;
    }

    private static void Receive(Random random, byte[] bytes, ReceiveBuffer buffer, ReceivedAnswer answer, bool isPrepare)
    {
        for (int received = 0; received < bytes.Length;)
        {
            Memory<byte> free = buffer.Free(1);
            int count = Math.Min(Math.Min(free.Length, random.Next(1, 400)), bytes.Length - received);
            bytes.AsSpan(received, count).CopyTo(free.Span);
            buffer.Received(count);
            received += count;
            while (!answer.HasEnded && buffer.TryTakePayload(out PayloadRange payload))
                answer.Take(payload, isPrepare);
        }
    }

    private static int? Variable(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
}
