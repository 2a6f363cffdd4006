using System.Net.Sockets;

namespace ResilientMySql.Driver;

/// <summary>Sabotage: sees no death, ever. Must keep the members of the library's own LivenessProbe, whose place it takes.</summary>
internal readonly struct LivenessProbe(Socket? socket)
{
    public bool IsAvailable => socket is not null;

    public bool SeesDeath() => IsAvailable && false;
}
