using ResilientMySql.Statements;

namespace ResilientMySql.Rehydration;

/// <summary>What a replayed session must read back. A later setting takes an earlier one's place.</summary>
internal sealed class SettingCheck
{
    private readonly OrderedDictionary<string, Expectation> _expected = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What reads everything back, one column an expectation.</summary>
    public IEnumerable<string> Expressions => _expected.Keys;

    /// <summary>Takes down a statement that was replayed; one that the server has adjusted, with a warning, is not compared.</summary>
    public void Expect(string setting, bool isAdjusted, bool isMariaDb)
    {
        foreach (SetTarget target in SetStatement.TargetsOf(setting))
        {
            if (target.Expression is null)
                continue;

            // One of few variables with two names; each server knows one of them in all of its versions.
            string expression = isMariaDb
                ? target.Expression.Replace("@@session.transaction_", "@@session.tx_", StringComparison.Ordinal)
                : target.Expression;
            _expected.Remove(expression);
            if (!isAdjusted)
                _expected.Add(expression, new(target.Value, setting));
        }
    }

    /// <summary>The first statement whose value is not there, or null.</summary>
    /// <param name="actual">What the expressions gave, in their order.</param>
    public string? FindMismatch(IReadOnlyList<string?> actual)
    {
        int column = 0;
        foreach (Expectation expectation in _expected.Values)
        {
            if (!SettingValue.Agrees(expectation.Written, actual[column++]))
                return expectation.Setting;
        }

        return null;
    }

    private readonly record struct Expectation(string Written, string Setting);
}
