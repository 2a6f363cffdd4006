using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration;

/// <summary>What tests are run over: both engines, both kinds of calls, every way to die idle.</summary>
public static class Cells
{
    private static readonly ServerEngine[] Engines = Enum.GetValues<ServerEngine>();
    private static readonly CallMode[] Modes = Enum.GetValues<CallMode>();

    public static TheoryData<ServerEngine> Servers => [.. Engines];

    /// <summary>With generated queries as commands of the driver's, and past it.</summary>
    public static TheoryData<ServerEngine, WireMode> ServersAndWires
    {
        get
        {
            var cells = new TheoryData<ServerEngine, WireMode>();
            foreach (ServerEngine engine in Engines)
            {
                foreach (WireMode wire in Enum.GetValues<WireMode>())
                    cells.Add(engine, wire);
            }

            return cells;
        }
    }

    public static TheoryData<ServerEngine, CallMode> ServersAndModes
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode>();
            foreach (ServerEngine engine in Engines)
            {
                foreach (CallMode mode in Modes)
                    cells.Add(engine, mode);
            }

            return cells;
        }
    }

    /// <summary>With generated queries as commands of the driver's, and past it.</summary>
    public static TheoryData<ServerEngine, CallMode, WireMode> ServersModesAndWires
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, WireMode>();
            foreach (ServerEngine engine in Engines)
            {
                foreach (CallMode mode in Modes)
                {
                    foreach (WireMode wire in Enum.GetValues<WireMode>())
                        cells.Add(engine, mode, wire);
                }
            }

            return cells;
        }
    }

    /// <inheritdoc cref="ServersModesAndWires"/>
    public static TheoryData<ServerEngine, CallMode, IdleDeath, WireMode> DeathsAndWires
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, IdleDeath, WireMode>();
            foreach (object[] cell in Deaths)
            {
                foreach (WireMode wire in Enum.GetValues<WireMode>())
                    cells.Add((ServerEngine)cell[0], (CallMode)cell[1], (IdleDeath)cell[2], wire);
            }

            return cells;
        }
    }

    public static TheoryData<ServerEngine, CallMode, IdleDeath> Deaths
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, IdleDeath>();
            foreach (ServerEngine engine in Engines)
            {
                foreach (CallMode mode in Modes)
                {
                    foreach (IdleDeath death in Enum.GetValues<IdleDeath>())
                        cells.Add(engine, mode, death);
                }
            }

            return cells;
        }
    }
}
