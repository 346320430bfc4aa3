using System.Net;
using System.Text.Json;
using RocketComs.Core.Json;

namespace RocketComs.Core.Accounts;

/// <summary>What the first answer shows: whether this is the API, over TLS, who may use it, and in what its answers are wrapped.</summary>
/// <param name="baseUri">The platform's address.</param>
/// <param name="first">The answer to the first request, for the list of batches.</param>
internal sealed class AccessChecks(Uri baseUri, Seen first)
{
    private const string Asked = "GET /v1/batches";

    /// <summary>Makes the checks.</summary>
    public IEnumerable<RcAccountCheck> Check() => [Address(), Tls(), Credentials(), Envelope()];

    private RcAccountCheck Address() => first switch
    {
        { Status: null } => Verdict.Contradicted(CheckNames.Address, $"{Asked}: {first.Words}.", "Check the address of Connect-RcAccount, the network and any proxy. Nothing can be sent."),
        { Status: HttpStatusCode.NotFound } => Verdict.Contradicted(CheckNames.Address, $"{Asked} was answered with HTTP 404.", "Check the address of Connect-RcAccount: it goes without /v1."),
        { IsRead: true } or { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } => Verdict.Confirmed(CheckNames.Address, $"{Asked} was answered with HTTP {(int)first.Status!}."),
        _ => Verdict.Contradicted(CheckNames.Address, $"{Asked} was answered with {first.Words}.", "Check the address of Connect-RcAccount, and that no gateway or proxy answers in its place."),
    };

    private RcAccountCheck Tls() =>
        baseUri.Scheme != Uri.UriSchemeHttps ? Verdict.NotKnown(CheckNames.Tls, "The address is plain http on this machine, as that of a sandbox is.")
        : first.Status is null ? Verdict.NotKnown(CheckNames.Tls, "No answer came.")
        : Verdict.Confirmed(CheckNames.Tls, "The address is https, and this machine trusts its certificate.");

    private RcAccountCheck Credentials() => first.Status switch
    {
        null => Verdict.NotKnown(CheckNames.Credentials, "No answer came."),
        HttpStatusCode.Unauthorized => Verdict.Contradicted(CheckNames.Credentials, "They are refused (HTTP 401).", "Connect again with Connect-RcAccount and a valid key and secret, or a token that has not expired."),
        HttpStatusCode.Forbidden => Verdict.Contradicted(
            CheckNames.Credentials, "They may not list batches (HTTP 403).", "Ask an administrator of the business account for the rights; the documented roles are BA_ADMIN and BA_MANAGER."),
        _ when first.IsRead => Verdict.Confirmed(CheckNames.Credentials, "They are accepted."),
        _ => Verdict.NotKnown(CheckNames.Credentials, $"{Asked} was answered with {first.Words}."),
    };

    private RcAccountCheck Envelope()
    {
        if (!first.IsRead)
        {
            return Verdict.NotKnown(CheckNames.Envelope, $"{Asked} was answered with {first.Words}.");
        }

        string? status = Seen.Text(first.Root!.Value, "status");
        return first.IsEnveloped && status == "0000" ? Verdict.Confirmed(CheckNames.Envelope, "The list of batches is in the field result, beside status 0000.")
            : first.IsEnveloped ? Verdict.Contradicted(
                CheckNames.Envelope, $"The status of a success is written as {(status is null ? "neither text nor number" : Verdict.Shape(status))}, rather than 0000.", $"An answer to a change that says so may be taken for a refusal, never for a success. {Verdict.Report}")
            : first.Items is not null ? Verdict.Contradicted(CheckNames.Envelope, "The list of batches comes without an envelope.", $"{Verdict.NothingToSet}")
            : Verdict.Contradicted(
                CheckNames.Envelope,
                $"The answer is {Kind(first.Root!.Value)}.",
                $"The module cannot read the answers of this account: its commands end with errors, and before a change that is scheduled nothing is sent. {Verdict.Report}");
    }

    private static string Kind(JsonElement root) => root.ValueKind == JsonValueKind.Object ? $"an object with the fields {Fields(root)}" : $"JSON of the kind {root.ValueKind}";

    // As far as their names are words; no names of people are.
    private static string Fields(JsonElement root) =>
        string.Join(", ", root.EnumerateObject().Select(LenientJson.Name).Where(name => name.Length is > 0 and <= 20 && name.All(AsciiCharacters.IsLetter)).Take(6));
}
