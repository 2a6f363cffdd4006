using System.Text;
using Microsoft.EntityFrameworkCore.Update;
using Pomelo.EntityFrameworkCore.MySql.Infrastructure.Internal;
using Pomelo.EntityFrameworkCore.MySql.Update.Internal;
using ResilientMySql.EntityFrameworkCore.Storage;

namespace ResilientMySql.EntityFrameworkCore.Update;

/// <summary>
/// Pomelo's statements without <c>SET AUTOCOMMIT = 1</c> before them: a list of statements that may commit in its midst could not
/// be told to have done nothing when its session is lost. <see cref="Autocommit"/> sees to it once, where it is off.
/// </summary>
internal sealed class ResilientMySqlUpdateSqlGenerator(UpdateSqlGeneratorDependencies dependencies, IMySqlOptions options)
    : MySqlUpdateSqlGenerator(dependencies, options)
{
    public override void PrependEnsureAutocommit(StringBuilder commandStringBuilder)
    {
    }
}
