using System.ComponentModel;

namespace ResilientMySql.Queries;

/// <summary>A statement and its arguments, as generated code hands them to <see cref="QueryRunner"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IStatement
{
    /// <summary>The statement with one <c>?</c> for each call that <see cref="Bind"/> makes on its sink.</summary>
    static abstract string CommandText { get; }

    /// <summary>Gives every argument to <paramref name="sink"/>, in the order of the placeholders.</summary>
    void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink;
}
