namespace ResilientMySql.Benchmarks.Contenders;

/// <summary>How a command is sent.</summary>
internal enum Preparation
{
    /// <summary>As text, the argument in it.</summary>
    None,

    /// <summary>By <c>Prepare</c> in every request, which costs nothing where the session knows the text already.</summary>
    EveryRequest,
}
