namespace ResilientMySql.Aot.Queries;

/// <summary>A row whose members are set by name.</summary>
public sealed class Settable
{
    public int CityId { get; set; }

    public required string Name { get; init; }
}
