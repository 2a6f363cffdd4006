using System.Collections.Frozen;
using ResilientMySql.FaultMatrix.Faults;
using ResilientMySql.FaultMatrix.Operations;

namespace ResilientMySql.FaultMatrix.Expectations;

/// <summary>
/// The expected outcome of every cell, in the words of <see cref="OutcomeCodes"/>. Written from the verdict table, to which
/// <see cref="ExpectedOutcomesTests"/> holds it; where two are allowed, the reason stands beside it.
/// </summary>
internal static class ExpectedOutcomes
{
    // Sessions that died idle are seen to be dead: run, on a new session where there is one. In a transaction: lost. Opening,
    // and so generated statements, which take their session first, ends with the driver's own number.
    //
    // Allowed beside it:
    // gone for a generated statement: its pool lends a session that rested for a tenth of a second at most without a look, and
    // then it is the statement that finds it dead;
    // e1053 in the midst of a result set: MySQL may end it with that before it hangs up;
    // unk and tx under max_allowed_packet: the server hangs up on bytes that it has not read, and this may destroy its answer
    // on the way; a read runs once more then, into the same.
    private const string Idle = """
                                      open   connect scalar     insert   reader     mid-read prepared   gen-read   gen-write gen-list   gen-tx  begin      in-tx   commit rollback dispose close close-tx use        ping reset batch      savepoint schema
        idle > wait_timeout         | rec    ok      rec        rec      rec        -        rec        rec        rec       rec        tx      rec        tx      tx     ok       ok      ok    ok       rec        rec  ok  rec        tx        rec
        KILL, idle                  | rec    ok      rec        rec      rec        set      rec        rec        rec       rec        tx      rec        tx      tx     ok       ok      ok    ok       rec        rec  ok  rec        tx        rec
        kill -9, idle, back at once | rec    ok      rec        rec      rec        set      rec        rec        rec       rec        tx      rec        tx      tx     ok       ok      ok    ok       rec        rec  ok  rec        tx        rec
        kill -9, idle, back after 3 s | rec  ok      rec        rec      rec        set      rec        rec        rec       rec        tx      rec        tx      tx     ok       ok      ok    ok       rec        rec  ok  rec        tx        rec
        kill -9, idle, never back   | e1042  e1042   gone       gone     gone       set      gone       e1042|gone e1042|gone gone       tx      gone       tx      tx     ok       ok      ok    ok       gone       no   e1042  gone       tx        gone
        SIGTERM, idle, back at once | rec    ok      rec        rec      rec        set|e1053 rec       rec        rec       rec        tx      rec        tx      tx     ok       ok      ok    ok       rec        rec  ok  rec        tx        rec
        SIGSTOP                     | ok     e1042   late:again late:unk late:again late:set late:again late:again late:unk  late:again late:tx late:again late:tx cmt    ok       ok      ok    ok       late:again no   e1042  late:unk   late:tx   late:again
        password changed, KILL      | e1045  e1045   e1045      e1045    e1045      set      e1045      e1045      e1045     e1045      tx      e1045      tx      tx     ok       ok      ok    ok       e1045      no   e1045  e1045      tx        e1045
        database dropped, KILL      | e1049  e1049   e1049      e1049    e1049      set      e1049      e1049      e1049     e1049      tx      e1049      tx      tx     ok       ok      ok    ok       e1049      no   e1049  e1049      tx        e1049
        offline_mode                | e3032 e3032 gone gone  gone       set      gone   e3032|gone e3032|gone gone       tx      gone       tx      tx     ok       ok      ok    ok       gone       no   e3032  gone       tx        gone
        too many connections, for a while | rec ok   rec        rec      rec        set      rec        rec        rec       rec        tx      rec        tx      tx     ok       ok      ok    ok       rec        rec  ok  rec        tx        rec
        too many connections, for good | e1040 e1040 gone gone gone      set      gone   e1040|gone e1040|gone gone       tx      gone       tx      tx     ok       ok      ok    ok       gone       no   e1040  gone       tx        gone
        read_only switched on       | ok     ok      ok         e1290    ok         ok       ok         ok         e1290     ok         e1290   ok         e1290   e1290  ok       ok      ok    ok       ok         ok   ok  e1290      ok        ok
        max_allowed_packet          | -      -       e1153|unk  e1153|unk e1153|unk -        e1153|unk  e1153|unk  e1153|unk e1153|unk  e1153|tx -          e1153|tx   -      -        -       -     -        -          -    -  e1153|unk  -         -
        """;

    // Sessions that died under a statement: a read runs once more, a write is of unknown outcome.
    //
    // Allowed beside it:
    // ok under SIGTERM: the server may end the holder of the table's lock first, and what waited for it runs; rec and unk beside
    // e1317: MySQL may hang up before it has answered;
    // e1053 in the midst of a result set: MySQL may end it with that before it hangs up.
    private const string Running = """
                                      open   connect scalar     insert   reader     mid-read prepared   gen-read   gen-write gen-list   gen-tx  begin      in-tx   commit rollback dispose close close-tx use        ping reset batch      savepoint schema
        KILL, running               | -      -       rec        unk      rec        set      rec        rec        unk       rec        tx      rec        tx      cmt    ok       ok      -     ok       rec        rec  -  unk        tx        rec
        KILL QUERY, running         | -      -       e1317      e1317    e1317      e1317    e1317      e1317      e1317     e1317      e1317   -          e1317   -      -        -       -     -        -          -    -  e1317      -         -
        kill -9, running, back at once | -   -       rec        unk      rec        set      rec        rec        unk       rec        tx      rec        tx      cmt    ok       ok      -     ok       rec        rec  -  unk        tx        rec
        kill -9, running, back after 3 s | - -       rec        unk      rec        set      rec        rec        unk       rec        tx      rec        tx      cmt    ok       ok      -     ok       rec        rec  -  unk        tx        rec
        kill -9, running, never back | -     -       again      unk      again      set      again      again      unk       again      tx      again      tx      cmt    ok       ok      -     ok       again      no   -  unk        tx        again
        SIGTERM, running, MariaDb, back at once | - - rec|ok    unk|ok   rec|ok     set      rec|ok     rec|ok     unk|ok    rec|ok     tx      rec        tx      cmt    ok       ok      -     ok       rec        rec  -  unk|ok     tx        rec
        SIGTERM, running, MySql, back at once | - -  e1317|rec|ok e1317|unk|ok e1317|rec|ok set|e1053 e1317|rec|ok e1317|rec|ok e1317|unk|ok e1317|rec|ok tx      rec tx cmt    ok       ok      -     ok       rec        rec  -  e1317|unk|ok tx        rec
        """;

    private const string Proxied = """
                                      open   connect scalar     insert   reader     mid-read prepared   gen-read   gen-write gen-list   gen-tx  begin      in-tx   commit rollback dispose close close-tx use        ping reset batch      savepoint schema
        FIN while idle              | rec    ok      rec        rec      rec        -        rec        rec        rec       rec        tx      rec        tx      tx     ok       ok      ok    ok       rec        rec  ok  rec        tx        rec
        RST while idle              | rec    ok      rec        rec      rec        -        rec        rec        rec       rec        tx      rec        tx      tx     ok       ok      ok    ok       rec        rec  ok  rec        tx        rec
        half-open while idle        | ok     ok      late:again late:unk late:again -        late:again late:again late:unk  late:again late:tx late:again late:tx cmt    ok       ok      ok    ok       late:again no   ok  late:unk   late:tx   late:again
        black hole while idle       | ok     ok      late:again late:unk late:again -        late:again late:again late:unk  late:again late:tx late:again late:tx cmt    ok       ok      ok    ok       late:again no   ok  late:unk   late:tx   late:again
        throttled while idle        | ok     ok      ok         ok       ok         -        ok         ok         ok        ok         ok      ok         ok      ok     ok       ok      ok    ok       ok         ok   ok  ok         ok        ok
        refused twice               | rec    ok      rec        rec      rec        -        rec        rec        rec       rec        tx      rec        tx      tx     ok       ok      ok    ok       rec        rec  ok  rec        tx        rec
        refused for good            | e1042  e1042   gone       gone     gone       -        gone       e1042|gone e1042|gone gone       tx      gone       tx      tx     ok       ok      ok    ok       gone       no   e1042  gone       tx        gone
        1040 twice                  | rec    ok      rec        rec      rec        -        rec        rec        rec       rec        tx      rec        tx      tx     ok       ok      ok    ok       rec        rec  ok  rec        tx        rec
        1040 for good               | e1040 e1040 gone gone  gone       -        gone   e1040|gone e1040|gone gone       tx      gone       tx      tx     ok       ok      ok    ok       gone       no   e1040  gone       tx        gone
        handshake stalls            | e1042  e1042   gone       gone     gone       -        gone       e1042|gone e1042|gone gone       tx      gone       tx      tx     ok       ok      ok    ok       gone       no   e1042  gone       tx        gone
        request dropped, FIN        | -      ok      rec        unk      rec        -        rec        rec        unk       rec        tx      rec        tx      cmt    ok       ok      -     ok       rec        rec  ok  unk        tx        rec
        request dropped, RST        | -      ok      rec        unk      rec        -        rec        rec        unk       rec        tx      rec        tx      cmt    ok       ok      -     ok       rec        rec  ok  unk        tx        rec
        request into black hole     | -      e1042   late:again late:unk late:again -        late:again late:again late:unk  late:again late:tx late:again late:tx cmt    ok       ok      -     ok       late:again no   e1042  late:unk   late:tx   late:again
        request on half-open        | -      e1042   late:again late:unk late:again -        late:again late:again late:unk  late:again late:tx late:again late:tx cmt    ok       ok      -     ok       late:again no   e1042  late:unk   late:tx   late:again
        answer swallowed, FIN       | -      ok      rec        unk      rec        -        rec        rec        unk       rec        tx      rec        tx      cmt    ok       ok      -     ok       rec        rec  ok  unk        tx        rec
        answer swallowed, RST       | -      ok      rec        unk      rec        -        rec        rec        unk       rec        tx      rec        tx      cmt    ok       ok      -     ok       rec        rec  ok  unk        tx        rec
        answer swallowed, silence   | -      e1042   late:again late:unk late:again -        late:again late:again late:unk  late:again late:tx late:again late:tx cmt    ok       ok      -     ok       late:again no   e1042  late:unk   late:tx   late:again
        cut off once sent, FIN      | -      ok      rec        unk      rec        -        rec        rec        unk       rec        tx      rec        tx      cmt    ok       ok      -     ok       rec        rec  ok  unk        tx        rec
        answer cut after 3 bytes    | -      ok      rec        unk      rec        -        rec        rec        unk       rec        tx      rec        tx      cmt    ok       ok      -     ok       rec        rec  ok  unk        tx        rec
        answer cut before its rows  | -      -       rec        -        set        set      rec        rec        -         rec        -       -          -       -      -        -       -     -        -          -    -  -          -         rec
        answer cut after 1 row      | -      -       rec        -        -          set      rec        rec        -         rec        -       -          -       -      -        -       -     -        -          -    -  -          -         rec
        request delayed             | -      ok      ok         ok       ok         -        ok         ok         ok        ok         ok      ok         ok      ok     ok       ok      -     ok       ok         ok   ok  ok         ok        ok
        request throttled           | -      ok      ok         ok       ok         -        ok         ok         ok        ok         ok      ok         ok      ok     ok       ok      -     ok       ok         ok   ok  ok         ok        ok
        """;

    private static readonly FrozenDictionary<(string Fault, string Operation), string> Cells =
        Read(Idle).Concat(Read(Running)).Concat(Read(Proxied)).ToFrozenDictionary();

    /// <summary>What may come of it; <see cref="OutcomeCodes.None"/> where they do not meet.</summary>
    public static string Of(MatrixFault fault, Operation operation) => Cells[(fault.Name, operation.Name)];

    /// <summary>Whether the table's entry, one word or several with a bar between them, allows an outcome.</summary>
    public static bool Allows(string entry, string code) => entry.Split('|').Contains(code);

    public static IEnumerable<(string Fault, string Operation)> Keys => Cells.Keys;

    private static IEnumerable<KeyValuePair<(string, string), string>> Read(string table)
    {
        string[] lines = table.Split('\n');
        string[] operations = Words(lines[0]);
        foreach (string line in lines[1..].Where(static line => line.Length > 0))
        {
            int bar = line.IndexOf('|', StringComparison.Ordinal);
            string[] entries = Words(line[(bar + 1)..]);
            foreach ((string operation, string entry) in operations.Zip(entries))
                yield return new((line[..bar].Trim(), operation), entry);
        }
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
