namespace ResilientMySql.Generators.Model;

/// <summary>A class with generated methods, as a service.</summary>
/// <param name="Type">The class.</param>
/// <param name="Interfaces">What it implements besides.</param>
/// <param name="IsScoped">Whether it runs on a connection, which one scope has to itself.</param>
internal sealed record RegistrationModel(string Type, EquatableArray<string> Interfaces, bool IsScoped);
