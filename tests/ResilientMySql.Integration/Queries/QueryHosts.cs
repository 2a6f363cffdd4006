using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries;

/// <summary>Every server, kind of call and host.</summary>
public static class QueryHosts
{
    /// <summary>The same with generated queries as commands of the driver's, and past it.</summary>
    public static TheoryData<ServerEngine, CallMode, QueryHost, WireMode> AllAndWires
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, QueryHost, WireMode>();
            foreach (object[] cell in All)
            {
                foreach (WireMode wire in Enum.GetValues<WireMode>())
                    cells.Add((ServerEngine)cell[0], (CallMode)cell[1], (QueryHost)cell[2], wire);
            }

            return cells;
        }
    }

    /// <summary>For what is synchronous only.</summary>
    public static TheoryData<ServerEngine, QueryHost, WireMode> SynchronousAndWires
    {
        get
        {
            var cells = new TheoryData<ServerEngine, QueryHost, WireMode>();
            foreach (object[] cell in AllAndWires.Where(static cell => (CallMode)cell[1] is CallMode.Sync))
                cells.Add((ServerEngine)cell[0], (QueryHost)cell[2], (WireMode)cell[3]);

            return cells;
        }
    }

    public static TheoryData<ServerEngine, CallMode, QueryHost> All
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, QueryHost>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (CallMode mode in Enum.GetValues<CallMode>())
                {
                    foreach (QueryHost host in Enum.GetValues<QueryHost>())
                        cells.Add(engine, mode, host);
                }
            }

            return cells;
        }
    }
}
