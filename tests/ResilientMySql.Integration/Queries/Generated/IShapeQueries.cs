namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>What a test of something else would put a stand-in behind.</summary>
public interface IShapeQueries
{
    int? FindCityId(string city);
}
