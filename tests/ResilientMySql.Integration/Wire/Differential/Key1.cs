namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>A digit of a text's number, as a type: 1, and the digits before it.</summary>
internal sealed class Key1<TBefore>
    where TBefore : class;
