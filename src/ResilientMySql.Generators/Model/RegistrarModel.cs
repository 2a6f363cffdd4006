namespace ResilientMySql.Generators.Model;

/// <summary>A partial method that registers all classes with generated methods.</summary>
internal sealed record RegistrarModel
{
    public required string HintName { get; init; }

    /// <summary>Tells this method from its overloads, whatever their order.</summary>
    public required string Discriminator { get; init; }

    /// <summary>Empty for the global namespace.</summary>
    public required string Namespace { get; init; }

    public required EquatableArray<string> Containers { get; init; }

    public required string Signature { get; init; }

    /// <summary>The name of its parameter.</summary>
    public required string Services { get; init; }

    /// <summary>Whether it returns the services, for the next call.</summary>
    public required bool ReturnsServices { get; init; }

    /// <summary>Whether its declaration was reported, so that it can only throw.</summary>
    public required bool IsMistaken { get; init; }
}
