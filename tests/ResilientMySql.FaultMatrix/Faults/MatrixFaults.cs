using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The rows of the matrix.</summary>
internal static class MatrixFaults
{
    // Long enough to be felt, far too short for a deadline.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);
    private const int SlowBytesPerSecond = 4000;

    private static readonly Meaning Lost = Meaning.AnswerLost(Comeback.InTime);
    private static readonly Meaning Silence = Meaning.Silence(Comeback.Never);
    private static readonly Meaning SilenceOnOldLinks = Meaning.Silence(Comeback.InTime);
    private static readonly Meaning DiedIdle = Meaning.DiedIdle(Comeback.InTime);

    public static IReadOnlyList<MatrixFault> All { get; } = CreateAll();

    public static int IndexOf(MatrixFault fault) => All.Select(static fault => fault.Name).ToList().IndexOf(fault.Name);

    /// <summary>One of the caller's own, since faults remember what they have to take back.</summary>
    public static MatrixFault Create(string name) => CreateAll().Single(fault => fault.Name == name);

    /// <summary>Those that run on a lane.</summary>
    public static IEnumerable<MatrixFault> For(ServerEngine engine, Transport transport) =>
        All.Where(fault => fault.Reaches(engine, transport) && MatrixScope.Includes(fault, transport));

    public static TheoryData<string> NamesFor(ServerEngine engine, Transport transport) =>
        [.. For(engine, transport).Select(static fault => fault.Name)];

    private static MatrixFault[] CreateAll() =>
    [
        new IdleBeyondWaitTimeout(),
        new KillIdle(),
        new KillServerIdle(Restart.AtOnce),
        new KillServerIdle(Restart.After3Seconds),
        new KillServerIdle(Restart.Never),
        new ShutDownIdle(),
        new Freeze(),
        new PasswordChanged(),
        new DatabaseDropped(),
        new OfflineMode(),
        new TooManyConnections(Restart.AtOnce),
        new TooManyConnections(Restart.Never),
        new ReadOnlySwitch(),
        new PacketTooLarge(),

        new KillRunning(),
        new KillQuery(),
        new KillServerRunning(Restart.AtOnce),
        new KillServerRunning(Restart.After3Seconds),
        new KillServerRunning(Restart.Never),
        new ShutDownRunning(ServerEngine.MariaDb),
        new ShutDownRunning(ServerEngine.MySql),

        new StruckWhileIdle("FIN while idle", new FinWhileIdle(), DiedIdle),
        new StruckWhileIdle("RST while idle", new ResetWhileIdle(), DiedIdle),
        new StruckWhileIdle("half-open while idle", new HalfOpen(), SilenceOnOldLinks),
        new StruckWhileIdle("black hole while idle", new BlackHole(), SilenceOnOldLinks),
        new StruckWhileIdle("throttled while idle", new Throttle(SlowBytesPerSecond), Meaning.Harmless),

        new TurnedAwayAtTheProxy("refused twice", new RefuseConnections(), 2, 1042),
        new TurnedAwayAtTheProxy("refused for good", new RefuseConnections(), Injection.Always, 1042),
        new TurnedAwayAtTheProxy("1040 twice", new FailHandshake(), 2, 1040),
        new TurnedAwayAtTheProxy("1040 for good", new FailHandshake(), Injection.Always, 1040),
        new TurnedAwayAtTheProxy("handshake stalls", new StallHandshake(), Injection.Always, 1042),

        new RequestFault("request dropped, FIN", new DropBeforeRequest(), Lost, Delivery.Nothing),
        new RequestFault("request dropped, RST", new DropBeforeRequest { Ending = Ending.Reset }, Lost, Delivery.Nothing),
        new RequestFault("request into black hole", new BlackHole(), Silence, Delivery.Nothing),
        new RequestFault("request on half-open", new HalfOpen(), Silence, Delivery.Nothing),
        new RequestFault("answer swallowed, FIN", new SwallowAnswer(), Lost, Delivery.Whole),
        new RequestFault("answer swallowed, RST", new SwallowAnswer { Ending = Ending.Reset }, Lost, Delivery.Whole),
        new RequestFault("answer swallowed, silence", new SwallowAnswer { Ending = Ending.Silence }, Silence, Delivery.Whole),
        new RequestFault("cut off once sent, FIN", new SwallowAnswer { Timing = SwallowTiming.AfterForwarding }, Lost, Delivery.Perhaps),
        new RequestFault("answer cut after 3 bytes", new CutAnswerAfterBytes(3), Lost, Delivery.Whole),
        new RequestFault("answer cut before its rows", new CutAnswerAfterRows(0), Lost, Delivery.Whole),
        new RequestFault("answer cut after 1 row", new CutAnswerAfterRows(1), Lost, Delivery.Whole),
        new RequestFault("request delayed", new Delay(Moment), Meaning.Harmless, Delivery.Whole),
        new RequestFault("request throttled", new Throttle(SlowBytesPerSecond), Meaning.Harmless, Delivery.Whole),
    ];
}
