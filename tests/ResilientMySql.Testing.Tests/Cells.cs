using ResilientMySql.TestServers;

namespace ResilientMySql.Testing.Tests;

/// <summary>What tests are run over.</summary>
public static class Cells
{
    private static readonly CallMode[] Modes = Enum.GetValues<CallMode>();

    public static TheoryData<ServerEngine> Servers => [.. Enum.GetValues<ServerEngine>()];

    public static TheoryData<CallMode> CallModes => [.. Modes];

    public static TheoryData<ServerEngine, CallMode> ServersAndModes => Cross(Modes);

    public static TheoryData<ServerEngine, CallMode, Ending> Endings => Cross(Modes, [Ending.Fin, Ending.Reset]);

    public static TheoryData<ServerEngine, CallMode, LinkMode> Links => Cross(Modes, Enum.GetValues<LinkMode>());

    public static TheoryData<ServerEngine, CallMode, int> RowCounts => Cross(Modes, [0, 1, 7, 600]);

    private static TheoryData<ServerEngine, CallMode> Cross(CallMode[] modes)
    {
        var cells = new TheoryData<ServerEngine, CallMode>();
        foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
        {
            foreach (CallMode mode in modes)
                cells.Add(engine, mode);
        }

        return cells;
    }

    private static TheoryData<ServerEngine, CallMode, T> Cross<T>(CallMode[] modes, T[] values)
    {
        var cells = new TheoryData<ServerEngine, CallMode, T>();
        foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
        {
            foreach (CallMode mode in modes)
            {
                foreach (T value in values)
                    cells.Add(engine, mode, value);
            }
        }

        return cells;
    }
}
