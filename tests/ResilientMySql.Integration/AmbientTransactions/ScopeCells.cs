using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.AmbientTransactions;

/// <summary>What the tests of scopes are run over.</summary>
public static class ScopeCells
{
    /// <summary>Both servers, both kinds of calls, both kinds of transactions, both providers.</summary>
    public static TheoryData<ServerEngine, CallMode, ScopeKind, Provider> Parity
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, ScopeKind, Provider>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
                foreach (CallMode mode in Enum.GetValues<CallMode>())
                    foreach (ScopeKind kind in Enum.GetValues<ScopeKind>())
                        foreach (Provider provider in Enum.GetValues<Provider>())
                            cells.Add(engine, mode, kind, provider);

            return cells;
        }
    }

    /// <summary>Both servers, both kinds of calls, both kinds of transactions.</summary>
    public static TheoryData<ServerEngine, CallMode, ScopeKind> Own
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, ScopeKind>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
                foreach (CallMode mode in Enum.GetValues<CallMode>())
                    foreach (ScopeKind kind in Enum.GetValues<ScopeKind>())
                        cells.Add(engine, mode, kind);

            return cells;
        }
    }
}
