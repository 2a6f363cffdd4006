namespace ResilientMySql.Microbenchmarks.Ground;

/// <summary>What all contenders send.</summary>
internal static class ItemTexts
{
    public const string Scalar = "SELECT id FROM item WHERE id = @id";
    public const string Row = "SELECT id, name FROM item WHERE id = @id";
    public const string Rows = "SELECT id, name FROM item WHERE id <= @count";
    public const string Update = "UPDATE item SET name = name WHERE id = @id";
}
