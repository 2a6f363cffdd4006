namespace ResilientMySql.Testing.Scripting;

/// <summary>How a scripted server asks for the password, which it does not check.</summary>
public enum AuthenticationPlugin
{
    /// <summary>mysql_native_password, MariaDB's default.</summary>
    NativePassword,

    /// <summary>caching_sha2_password, MySQL's default; the server says that it has the password in its cache.</summary>
    CachingSha2,
}
