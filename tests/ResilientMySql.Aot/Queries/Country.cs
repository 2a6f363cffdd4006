namespace ResilientMySql.Aot.Queries;

/// <summary>A row that is a class, made by its constructor.</summary>
public sealed class Country(int countryId, string name)
{
    public int CountryId { get; } = countryId;

    public string Name { get; } = name;
}
