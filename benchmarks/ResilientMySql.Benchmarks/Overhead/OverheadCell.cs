using System.Data.Common;
using System.Diagnostics;
using MySqlConnector;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Overhead;

/// <summary>One operation in one kind of calls, on two connections of the driver's and one of ours, which take turns.</summary>
internal sealed class OverheadCell(BenchmarkServer server, CallMode mode, OverheadOperation operation)
{
    private const int Connections = 3;
    private const int CountedOperations = 30;

    // The server takes its time, so that an asynchronous caller always has to wait: an answer that is there already costs less.
    private const string Slowly = " AND SLEEP(0.001) = 0";

    public async Task<OverheadResult> RunAsync(OverheadPlan plan, CancellationToken cancellationToken)
    {
        int count = await CalibrateAsync(plan);
        var rounds = new List<OverheadRound>();
        for (int round = 0; round < plan.Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rounds.Add(await RunRoundAsync(plan, round, count));
        }

        (double raw, double wrapper) = await CountBytesAsync(plan);
        return new OverheadResult(server.Engine, mode, operation, rounds, raw, wrapper);
    }

    /// <summary>Lets all be compiled for good; how many operations make a turn.</summary>
    private async Task<int> CalibrateAsync(OverheadPlan plan)
    {
        OverheadCommand[] commands = await OpenAllAsync("", round: 0);
        long start = Stopwatch.GetTimestamp();
        int done = 0;
        for (; Stopwatch.GetElapsedTime(start) < plan.WarmUp * commands.Length; done++)
            await RunAsync(commands[done % commands.Length], 1);

        double count = done * (plan.Batch / Stopwatch.GetElapsedTime(start));
        await CloseAsync(commands);
        return Math.Max(10, (int)count);
    }

    /// <summary>On connections of its own: a session may be better off than another from its beginning to its end.</summary>
    private async Task<OverheadRound> RunRoundAsync(OverheadPlan plan, int round, int count)
    {
        OverheadCommand[] commands = await OpenAllAsync("", round);
        List<double>[] times = [.. commands.Select(static _ => new List<double>())];
        foreach (OverheadCommand command in commands)
            await RunAsync(command, count);

        for (int batch = 0; batch < plan.Batches; batch++)
        {
            for (int turn = 0; turn < commands.Length; turn++)
            {
                int index = TurnOrder.At(round + batch, turn, commands.Length);
                long start = Stopwatch.GetTimestamp();
                await RunAsync(commands[index], count);
                times[index].Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / count);
            }
        }

        await CloseAsync(commands);
        return new OverheadRound(times[0].Median(), times[1].Median(), times[2].Median());
    }

    /// <summary>Medians, since what else the process allocates meanwhile counts too; the first time is for filling pools.</summary>
    private async Task<(double Raw, double Wrapper)> CountBytesAsync(OverheadPlan plan)
    {
        OverheadCommand[] commands = await OpenAllAsync(Slowly, round: 0);
        List<double>[] bytes = [.. commands.Select(static _ => new List<double>())];
        for (int round = -1; round < plan.Rounds; round++)
        {
            for (int index = 0; index < commands.Length; index++)
            {
                double counted = await CountBytesAsync(commands[index]);
                if (round >= 0)
                    bytes[index].Add(counted);
            }
        }

        await CloseAsync(commands);
        return (bytes[0].Median(), bytes[2].Median());
    }

    /// <summary>Synchronous calls allocate on their thread alone, asynchronous ones on any.</summary>
    private async Task<double> CountBytesAsync(OverheadCommand command)
    {
        long before = Allocated();
        await RunAsync(command, CountedOperations);
        return (Allocated() - before) / (double)CountedOperations;

        long Allocated() => mode is CallMode.Sync ? GC.GetAllocatedBytesForCurrentThread() : GC.GetTotalAllocatedBytes(precise: true);
    }

    /// <summary>In the round's order, since a session that is opened earlier may be better off; raw, control and wrapper as they are told of.</summary>
    private async Task<OverheadCommand[]> OpenAllAsync(string condition, int round)
    {
        var commands = new OverheadCommand[Connections];
        for (int turn = 0; turn < Connections; turn++)
        {
            int index = TurnOrder.At(round, turn, Connections);
            DbConnection connection = CreateConnection(index);
            commands[index] = mode is CallMode.Sync
                ? OverheadCommand.Open(operation, connection, condition)
                : await OverheadCommand.OpenAsync(operation, connection, condition);
        }

        return commands;
    }

    /// <summary>Two of the driver's, one of ours.</summary>
    private DbConnection CreateConnection(int index)
    {
        string connectionString = server.ConnectionString + ";Pooling=False";
        return index < Connections - 1 ? new MySqlConnection(connectionString) : new ResilientMySqlConnection(connectionString);
    }

    private static async Task CloseAsync(OverheadCommand[] commands)
    {
        foreach (OverheadCommand command in commands)
            await command.DisposeAsync();
    }

    private Task RunAsync(OverheadCommand command, int count)
    {
        if (mode is CallMode.Async)
            return command.RunAsync(count);

        command.Run(count);
        return Task.CompletedTask;
    }
}
