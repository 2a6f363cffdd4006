namespace ResilientMySql.Generators.Findings.Reading;

/// <summary>Some tokens of a text, from <paramref name="First"/> up to and without <paramref name="End"/>.</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public bool IsEmpty => End <= First;

    public int Count => Math.Max(0, End - First);

    public bool Contains(int index) => index >= First && index < End;
}
