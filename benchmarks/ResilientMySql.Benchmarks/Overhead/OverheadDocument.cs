using System.Globalization;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Reports;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Overhead;

/// <summary>Says what came out of <c>./bench overhead</c>.</summary>
internal static class OverheadDocument
{
    private static readonly string HighestNoiseFloor = OverheadAims.HighestNoiseFloor.ToString("0.00", CultureInfo.InvariantCulture);

    private static readonly string Method = $"""
        A statement by key on an open connection, with a command that is there already: on a connection of the driver's (raw), on
        another one of the driver's (the control), and on one of ours. No TLS. Client and server have one core between them, where
        `taskset` is there: waking another one can take longer than what is measured, and not always as long. Each round opens all
        three anew, in another order, so that what makes one session better off than another is not taken for a difference between the libraries; in a round the
        three take turns in short batches, each time beginning with another one. A round's figure is the median over its batches, a
        round's ratio that of those figures. The ratio that counts is the median over the rounds, with the lowest and the highest
        behind it.

        The noise floor is how far raw and control are apart, whichever was faster, in all but the worst twentieth of the rounds.
        Both are the same code, so whatever stays below it may be chance. It leaves the worst rounds out, since the highest of all
        would allow more with every round more. The aim, which `--assert` holds it to: the ratio does not exceed the noise floor.
        This does not show that nothing is added: it shows that what is added is less than what two equal connections differ by. A
        noise floor above {HighestNoiseFloor} shows nothing, and fails as well.

        Bytes are counted apart, in statements that the server takes a millisecond for, so that asynchronous callers always wait.
        Synchronous calls may allocate nothing more than the driver's, asynchronous ones a frame of 144 bytes. What a look at the
        socket and a look-up of the statement's effects cost beside a ping is in [lease.md](lease.md).
        """;

    public static string Of(IReadOnlyList<OverheadResult> results, OverheadPlan plan, IEnumerable<string> versions)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{Method}\n\n{string.Join("; ", versions)}. {plan}.\n");
        foreach (IGrouping<(ServerEngine Engine, CallMode Mode), OverheadResult> cell in results.GroupBy(static result => (result.Engine, result.Mode)))
            text.WriteLine($"## {cell.Key.Engine}, {cell.Key.Mode.ToString().ToLowerInvariant()}\n\n{TableOf(cell)}");

        return text.ToString();
    }

    private static MarkdownTable TableOf(IEnumerable<OverheadResult> results)
    {
        var table = new MarkdownTable(["", "µs raw", "wrapper / raw", "noise floor", "bytes raw", "bytes wrapper"], texts: 1);
        foreach (OverheadResult result in results)
        {
            Ratio ratio = result.WrapperOverRaw;
            table.Add([
                OverheadCommand.NameOf(result.Operation), (result.Nanoseconds / 1e3).ToString("0.0", CultureInfo.InvariantCulture),
                FormattableString.Invariant($"{ratio.Middle:0.000} ({ratio.Lowest:0.000}–{ratio.Highest:0.000})"),
                result.NoiseFloor.ToString("0.000", CultureInfo.InvariantCulture), Figures.Whole(result.RawBytes), Figures.Whole(result.WrapperBytes),
            ]);
        }

        return table;
    }
}
