using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.FaultMatrix.Operations;
using ResilientMySql.Testing;
using ResilientMySql.TestServers;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The proxy does something to each cell's next request, or to its answer.</summary>
internal sealed class RequestFault(string name, Fault fault, Meaning meaning, Delivery delivery) : MatrixFault
{
    public override string Name => name;

    public override Meaning Meaning => meaning;

    public override Delivery Delivery => delivery;

    public override Timeouts Timeouts => meaning.Expires ? Faults.Timeouts.ShortCommand : Faults.Timeouts.Patient;

    public override bool NeedsProxy => true;

    public override bool StrikesInAnswer => true;

    /// <summary>Rows inside TLS cannot be counted.</summary>
    public override bool Reaches(ServerEngine engine, Transport transport) =>
        transport is Transport.Plain || (transport is Transport.Tls && !fault.NeedsPackets);

    public override Task CarryOutAsync(Lane lane, IReadOnlyList<Cell> cells)
    {
        foreach (Cell cell in cells)
        {
            // Opening tries again, should the first attempt end a moment before the time is up.
            bool isForGood = meaning.Expires && cell.Operation.Reach is Reach.NewSession;
            cell.Injection = cell.Proxy!.Inject(fault, times: isForGood ? Injection.Always : 1);
            cell.Start();
        }

        return Task.CompletedTask;
    }
}
