namespace ResilientMySql.Integration.AmbientTransactions;

/// <summary>Whose connections a test of parity uses: the driver is the oracle.</summary>
public enum Provider
{
    Driver,
    Resilient,
}
