namespace ResilientMySql.Aot.Queries;

public enum Continent : byte
{
    Africa,
    Asia,
    Europe,
}
