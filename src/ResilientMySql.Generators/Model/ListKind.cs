namespace ResilientMySql.Generators.Model;

internal enum ListKind
{
    Array,
    List,
    ReadOnlyList,
}
