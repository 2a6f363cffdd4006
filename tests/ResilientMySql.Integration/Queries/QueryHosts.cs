using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries;

/// <summary>Every server, kind of call and host.</summary>
public static class QueryHosts
{
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
