using ResilientMySql.Sessions;

namespace ResilientMySql.Rehydration;

/// <summary>A lost session as the server may still have it, perhaps with the lost statement waiting for a lock.</summary>
/// <param name="ServerThread">The server's id of it.</param>
/// <param name="ServerId">Which server it was on; empty where that did not tell.</param>
/// <param name="Born">The clock's timestamp when it was opened.</param>
internal readonly record struct Ghost(int ServerThread, string ServerId, long Born)
{
    /// <summary>To be taken before the session gets another connection.</summary>
    public static Ghost Of(Session session) => new(session.ServerThread, session.Server?.Id ?? "", session.Place.Born);
}
