using System.Globalization;
using System.Text.RegularExpressions;
using MySqlConnector;
using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>
/// Two connections, one of which goes past the driver, and whatever is run on both is the same: values, numbers, errors.
/// </summary>
internal sealed class WirePair : IAsyncDisposable
{
    private const string Failure = "threw ";

    private readonly CallMode _mode;

    private WirePair(CallMode mode, string wire, string driver)
    {
        _mode = mode;
        Wire = new ResilientMySqlConnection(wire + ";Wire=Auto");
        Driver = new ResilientMySqlConnection(driver + ";Wire=Off");
    }

    public ResilientMySqlConnection Wire { get; }

    public ResilientMySqlConnection Driver { get; }

    /// <summary>How often results were the same.</summary>
    public int Results { get; private set; }

    /// <summary>How often errors were the same.</summary>
    public int Errors { get; private set; }

    /// <summary>How many rows were the same.</summary>
    public long Rows { get; private set; }

    /// <summary>How many statements have really gone past the driver.</summary>
    public long Executions { get; private set; }

    /// <summary>Two connections to one place.</summary>
    public static Task<WirePair> OpenAsync(CallMode mode, string connectionString) => OpenAsync(mode, connectionString, connectionString);

    /// <summary>Two connections to two places that are alike.</summary>
    public static async Task<WirePair> OpenAsync(CallMode mode, string wire, string driver)
    {
        var pair = new WirePair(mode, wire, driver);
        await mode.OpenAsync(pair.Wire);
        await mode.OpenAsync(pair.Driver);
        Assert.NotNull(pair.Wire.LiveSession!.Wire);
        Assert.False(pair.Driver.LiveSession!.Pool.Settings.UsesWire);
        return pair;
    }

    /// <summary>Runs a command on both, through the driver.</summary>
    public async Task PrepareAsync(string sql)
    {
        await _mode.ExecuteAsync(Wire, sql);
        await _mode.ExecuteAsync(Driver, sql);
    }

    /// <summary>Reads the rows on both; what came.</summary>
    public Task<string> ListAsync(AnyText text, string about, Action<IParameterSink>? bind = null, bool isForWire = true) =>
        CompareAsync(target => ReadAsync(text, target, bind), $"{about}: {text.Sql}", isForWire);

    /// <summary>The same for rows whose order is the server's own affair, which two servers settle as they like; however it goes to the server.</summary>
    public Task<string> ListInAnyOrderAsync(AnyText text, string about) =>
        CompareAsync(async target => string.Join("\n", (await RowsAsync(text, target, bind: null)).Order(StringComparer.Ordinal)), $"{about}: {text.Sql}", isForWire: false);

    /// <summary>Executes it on both; how many rows it has affected.</summary>
    public Task<string> ExecuteAsync(AnyText text, string about, Action<IParameterSink>? bind = null, bool isForWire = true) =>
        CompareAsync(async target => Number(await text.ExecuteAsync(_mode, target, bind)), $"{about}: {text.Sql}", isForWire);

    /// <summary>Executes it on both; the id that it has given.</summary>
    public Task<string> InsertIdAsync(AnyText text, string about, Action<IParameterSink>? bind = null, bool isForWire = true) =>
        CompareAsync(async target => Number(await text.InsertIdAsync(_mode, target, bind)), $"{about}: {text.Sql}", isForWire);

    public async ValueTask DisposeAsync()
    {
        await Wire.DisposeAsync();
        await Driver.DisposeAsync();
    }

    /// <summary>The outcome of one side, a line for each thing that is to be the same.</summary>
    public static async Task<string> OutcomeAsync(Func<Task<string>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception exception)
        {
            return Tell(exception);
        }
    }

    private static string Tell(Exception exception) => exception is MySqlException answer
        ? $"{Failure}{exception.GetType()} {answer.Number} {answer.SqlState} {answer.IsTransient} {answer.Message}"
        : $"{Failure}{exception.GetType()} {exception.Message}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<string> ReadAsync(AnyText text, ResilientMySqlConnection target, Action<IParameterSink>? bind) =>
        string.Join("\n", await RowsAsync(text, target, bind));

    private async Task<List<string>> RowsAsync(AnyText text, ResilientMySqlConnection target, Action<IParameterSink>? bind)
    {
        List<string> rows = await text.ToListAsync(_mode, target, bind);
        Rows += ReferenceEquals(target, Wire) ? rows.Count : 0;
        return rows;
    }

    private async Task<string> CompareAsync(Func<ResilientMySqlConnection, Task<string>> run, string about, bool isForWire)
    {
        string driver = TwoSchemas.OfEither(await OutcomeAsync(() => run(Driver)));
        long before = Count();
        string wire = TwoSchemas.OfEither(await OutcomeAsync(() => run(Wire)));
        long executions = Count() - before;

        if (driver != wire && !IsOnlyTheDriversLoss(driver, wire))
            Assert.Fail(Difference(driver, wire, about));

        bool hasFailed = driver.StartsWith(Failure, StringComparison.Ordinal);
        Errors += hasFailed ? 1 : 0;
        Results += hasFailed ? 0 : 1;
        Executions += executions;

        // What the server does not prepare is not executed.
        if (isForWire && !hasFailed)
            Assert.True(executions == 1, $"{about}: went past the driver {executions} times.");

        return driver;
    }

    /// <summary>
    /// Where MariaDB leaves out definitions that it has sent before, the driver reads the name of a column, for an error, from bytes that
    /// may be others by now: then it has another one there, or none.
    /// </summary>
    private static bool IsOnlyTheDriversLoss(string driver, string wire)
    {
        const string Mismatch = Failure + "System.InvalidCastException Column ";
        return wire.StartsWith(Mismatch, StringComparison.Ordinal)
            && driver.StartsWith(Mismatch, StringComparison.Ordinal)
            && WithoutName(driver) == WithoutName(wire);
    }

    private static string WithoutName(string outcome) => Regex.Replace(outcome, "'.*' (?=\\()", "", RegexOptions.Singleline);

    private long Count() => Wire.OpenSession().Wire.Counts.Past;

    private static string Difference(string driver, string wire, string about)
    {
        string[] ours = wire.Split('\n');
        string[] theirs = driver.Split('\n');
        int line = 0;
        while (line < Math.Min(ours.Length, theirs.Length) && ours[line] == theirs[line])
            line++;

        return $"{about}\nline {line} of {theirs.Length} and {ours.Length}\ndriver {Line(theirs)}\nwire   {Line(ours)}";

        string Line(string[] lines) => line >= lines.Length ? "(none)" : lines[line].Length > 2_000 ? lines[line][..2_000] : lines[line];
    }
}
