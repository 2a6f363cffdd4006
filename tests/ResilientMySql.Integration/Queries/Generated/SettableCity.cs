namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>Members that are set by name.</summary>
public sealed class SettableCity
{
    public int CityId { get; set; }

    public required string Name { get; init; }

    public double? Weight { get; set; }

    public string @class { get; set; } = "";
}
