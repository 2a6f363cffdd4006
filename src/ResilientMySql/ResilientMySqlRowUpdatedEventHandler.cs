using System.Diagnostics.CodeAnalysis;

namespace ResilientMySql;

/// <summary>Called by a <see cref="ResilientMySqlDataAdapter"/>, after a row was written, or could not be.</summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "It is named as the driver's.")]
public delegate void ResilientMySqlRowUpdatedEventHandler(object sender, ResilientMySqlRowUpdatedEventArgs e);
