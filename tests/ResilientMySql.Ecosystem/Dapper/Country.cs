namespace ResilientMySql.Ecosystem.Dapper;

public sealed class Country
{
    public int CountryId { get; set; }

    public string Name { get; set; } = "";
}
