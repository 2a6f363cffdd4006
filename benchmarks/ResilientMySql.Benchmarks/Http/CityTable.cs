namespace ResilientMySql.Benchmarks.Http;

/// <summary>How the server finds a city by its name.</summary>
internal enum CityTable
{
    /// <summary>By an index on the name.</summary>
    Indexed,

    /// <summary>As Sakila ships it: by reading all 600 rows.</summary>
    AsShipped,
}
