using System.Diagnostics.CodeAnalysis;

namespace ResilientMySql;

/// <summary>Called by a <see cref="ResilientMySqlDataAdapter"/>, before a row is written.</summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "It is named as the driver's.")]
public delegate void ResilientMySqlRowUpdatingEventHandler(object sender, ResilientMySqlRowUpdatingEventArgs e);
