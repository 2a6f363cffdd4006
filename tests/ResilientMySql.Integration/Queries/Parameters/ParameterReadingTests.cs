using System.Globalization;
using System.Text;
using MySqlConnector;
using ResilientMySql.Generators.Findings;
using ResilientMySql.Generators.Findings.Reading;
using ResilientMySql.Generators.Findings.Rules;
using ResilientMySql.Statements;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries.Parameters;

/// <summary>
/// What the generator takes for a parameter, the driver binds and the server asks for; where they differ, it is told at compile time
/// and never sent.
/// </summary>
public sealed class ParameterReadingTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int TextsPerSetting = 300;

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task RandomTexts_AreReadAlikeOrToldOf(ServerEngine engine, CallMode mode)
    {
        var tally = new Tally();
        foreach (QuoteSettings settings in QuoteSettings.All)
        {
            await using WatchedSession session = await WatchedSession.OpenAsync(engine, mode, settings);
            var soup = new ParameterSoup(seed: 20267);
            for (int i = 0; i < TextsPerSetting; i++)
                await CompareAsync(session, soup.Next(), settings, tally);
        }

        output.WriteLine($"{engine}, {mode}: {tally}");
        Assert.True(tally.Accepted > 500 && tally.Bound > 500 && tally.Told > 200, tally.ToString());
    }

    private static async Task CompareAsync(WatchedSession session, string text, QuoteSettings settings, Tally tally)
    {
        await AssertDriverIsForetoldAsync(session, text, settings);

        SentText sent = SentText.Of(text, LexicalMode.None, static _ => false);
        string expected = Replace(sent.Text, sent.Placeholders, WatchedSession.ValueOf);
        IReadOnlyList<string> told = Told(text);
        bool isTold = told.Count > 0;
        tally.Told += isTold ? 1 : 0;

        string? onTheWire = await session.SendAsync(
            sent.Text, sent.Placeholders.Select(static (_, number) => new MySqlParameter { Value = int.Parse(WatchedSession.ValueOf(number), CultureInfo.InvariantCulture) }));
        bool isSame = onTheWire == expected;
        bool isFalseAlarm = isSame && told.Contains(FindingIds.DriverReadsOtherwise) && settings.DriverEscapes && !SeesNames(sent.Text);
        Assert.False(isFalseAlarm, $"A false alarm: {text}");

        bool isRefused = settings.LexicalMode is not LexicalMode.None && LexicalReading.IsRefused(sent.Text, settings.LexicalMode);
        Assert.True(isSame || isTold || isRefused, $"The driver, with {settings}: {text}\nsent {onTheWire}\nnot  {expected}");

        bool? asked = await session.HasPlaceholdersAsync(sent.Text, sent.Placeholders.Count);
        Assert.True(asked is null || !isRefused, $"Not refused, with {settings}: {text}");
        Assert.True(asked is not false || isTold, $"The server, with {settings}: {text}");

        tally.Accepted += asked is null ? 0 : 1;
        tally.Bound += isSame && sent.Placeholders.Count > 0 ? 1 : 0;
    }

    /// <summary>The driver, given the text with its names, binds those that <see cref="DriverReading"/> sees and no others.</summary>
    private static async Task AssertDriverIsForetoldAsync(WatchedSession session, string text, QuoteSettings settings)
    {
        IReadOnlyList<Placeholder> seen = DriverReading.Find(text, settings.DriverEscapes);
        int positional = 0;
        var bound = new List<Placeholder>();
        var values = new List<string>();
        foreach (Placeholder place in seen)
        {
            string name = text.Substring(place.Start + 1, place.Length - 1).Trim('`', '\'', '"');
            int number = name.Length == 0 ? positional++ : Array.FindIndex(ParameterSoup.Names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (number < 0)
                continue;

            bound.Add(place);
            values.Add(WatchedSession.ValueOf(number));
        }

        string? onTheWire = await session.SendAsync(text, ParameterSoup.Names.Select(static (name, number) =>
            new MySqlParameter("@" + name, int.Parse(WatchedSession.ValueOf(number), CultureInfo.InvariantCulture))));
        string? expected = positional > ParameterSoup.Names.Length ? null : Replace(text, bound, number => values[number]);
        Assert.True(onTheWire == expected, $"Foretold, with {settings}: {text}\nsent {onTheWire}\nnot  {expected}");
    }

    /// <summary>The ids under which the generator reports the text as one that cannot be run as it stands.</summary>
    private static IReadOnlyList<string> Told(string text)
    {
        var tokens = new SqlText(text);
        if (tokens.Tokens.Any(static token => token.Kind is SqlTokenKind.Unterminated or SqlTokenKind.Placeholder))
            return ["The parser reports it."];

        var facts = new StatementFacts { Sql = text, IsQuery = true, Result = TakenResult.AllRows };
        var findings = new FindingList(tokens);
        HiddenParameterRule.Find(tokens, facts, findings);
        DriverReadingRule.Find(facts, findings);
        return [.. findings.Items.Select(static finding => finding.Id)];
    }

    /// <summary>Names that are left: where user variables are allowed the driver leaves them alone, elsewhere and prepared it refuses them.</summary>
    private static bool SeesNames(string sent) => DriverReading.Find(sent, escapes: true).Any(place => sent[place.Start] == '@');

    private static string Replace(string text, IReadOnlyList<Placeholder> places, Func<int, string> valueOf)
    {
        var replaced = new StringBuilder(text);
        for (int number = places.Count - 1; number >= 0; number--)
            replaced.Remove(places[number].Start, places[number].Length).Insert(places[number].Start, valueOf(number));

        return replaced.ToString();
    }

    private sealed record Tally
    {
        /// <summary>Texts that the server understands.</summary>
        public int Accepted { get; set; }

        /// <summary>Texts whose parameters the driver binds as the generator means them.</summary>
        public int Bound { get; set; }

        /// <summary>Texts that the generator reports.</summary>
        public int Told { get; set; }
    }
}
