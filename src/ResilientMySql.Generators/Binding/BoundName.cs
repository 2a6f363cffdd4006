using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Binding;

/// <summary>What an <c>@name</c> in the SQL means: a parameter, or a member of one.</summary>
internal sealed record BoundName(ParameterModel Parameter, PropertyModel? Property)
{
    /// <summary>Whether it is a list of values, as IN takes it.</summary>
    public bool IsList => Parameter.List is not null && Property is null;

    /// <summary>Whether it is a member of each of a collection's objects, as VALUES takes them.</summary>
    public bool IsOfRows => Parameter.List is not null && Property is not null;

    public ScalarModel? Scalar => Property?.Scalar ?? Parameter.Scalar;
}
