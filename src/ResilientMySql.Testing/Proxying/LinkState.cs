namespace ResilientMySql.Testing.Proxying;

/// <summary>Whether a link still carries anything.</summary>
internal enum LinkState
{
    /// <summary>It carries both directions.</summary>
    Open,

    /// <summary>Its sockets are open and it carries nothing.</summary>
    Silent,

    /// <summary>It has ended, or is about to.</summary>
    Over,
}
