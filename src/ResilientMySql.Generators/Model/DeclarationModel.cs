namespace ResilientMySql.Generators.Model;

/// <summary>A partial method to implement: all that its declaration says, and nothing of what is in its SQL.</summary>
internal sealed record DeclarationModel
{
    /// <summary>The file's name without its extension; contested by overloads, which add <see cref="Discriminator"/>.</summary>
    public required string HintName { get; init; }

    /// <summary>Tells this method from its overloads, whatever their order.</summary>
    public required string Discriminator { get; init; }

    /// <summary>Empty for the global namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The headers of the containing types, from the outside in: <c>partial class CityQueries</c>.</summary>
    public required EquatableArray<string> Containers { get; init; }

    public required string Name { get; init; }

    public required StatementKind Kind { get; init; }

    /// <summary>The method as it is declared, without attributes and default values.</summary>
    public required string Signature { get; init; }

    /// <summary>The asynchronous sibling that is to be declared too, or null.</summary>
    public required SiblingModel? Sibling { get; init; }

    /// <summary>Whether the author wrote a doc comment, which then stands alone.</summary>
    public required bool IsDocumented { get; init; }

    /// <summary>What of it could be understood; parts are missing where there are mistakes.</summary>
    public required CallModel Call { get; init; }

    /// <summary>The containing class as a service; null where it cannot be one.</summary>
    public required RegistrationModel? Registration { get; init; }

    /// <summary>The ids of the mistakes that leave the method without a statement.</summary>
    public required EquatableArray<string> Mistakes { get; init; }
}
