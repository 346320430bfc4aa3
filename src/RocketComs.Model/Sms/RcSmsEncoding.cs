namespace RocketComs;

/// <summary>The alphabet that a text needs (3GPP TS 23.038, clause 6.2).</summary>
public enum RcSmsEncoding
{
    /// <summary>The GSM 7-bit default alphabet with its extension table; units are septets.</summary>
    Gsm7,

    /// <summary>UCS-2; units are 16 bits wide.</summary>
    Ucs2,
}
