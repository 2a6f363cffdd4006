namespace ResilientMySql.TestServers;

/// <summary>The two database engines that everything is tested on.</summary>
public enum ServerEngine
{
    /// <summary>MariaDB; external server: <c>RESILIENTMYSQL_MARIADB</c>.</summary>
    MariaDb,

    /// <summary>MySQL; external server: <c>RESILIENTMYSQL_MYSQL</c>.</summary>
    MySql,
}
