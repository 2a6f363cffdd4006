namespace ResilientMySql.ConnectionStrings;

/// <summary>A keyword of a connection string.</summary>
/// <param name="name">How it is written back.</param>
/// <param name="otherNames">How else it may be written. Case never matters; blanks do.</param>
internal class Keyword(string name, params string[] otherNames)
{
    public string Name => name;

    public IEnumerable<string> AllNames => otherNames.Prepend(name);
}
