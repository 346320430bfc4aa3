namespace RocketComs.Core.Errors;

/// <summary>A base URI that would carry credentials in the clear.</summary>
public sealed class InsecureUriException : RocketComsException
{
    /// <summary>Initializes the error.</summary>
    /// <param name="uri">The URI; user info in it is not shown.</param>
    public InsecureUriException(Uri uri)
        : base(
            $"'{uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}' is not https, so the credentials would travel in the clear.",
            "Give an https:// address. Plain http is accepted for loopback only (127.0.0.1, localhost, [::1]).")
    {
    }
}
