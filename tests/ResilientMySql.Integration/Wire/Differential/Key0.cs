namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>A digit of a text's number, as a type: 0, and the digits before it.</summary>
internal sealed class Key0<TBefore>
    where TBefore : class;
