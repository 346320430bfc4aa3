using System.Collections;
using System.Management.Automation;
using RocketComs.Core.Api.Requests;
using RocketComs.Core.Errors;
using RocketComs.Core.Json;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>
/// Makes any other documented call with the module's authorization, retries and errors. A change asks first, unless it is one of a few
/// that are known to be free of charge and to lose nothing; it is never repeated when its answer was lost.
/// </summary>
/// <remarks>
/// Unasked go: creating templates, recipients, recipient lists and subscriptions, renaming lists, loading recipients with <c>batchStrategy</c>
/// <c>SKIP</c> in the form, logging in and out, and a batch with <c>action=VALIDATE</c> in the query (in the form, where the connection places
/// parameters there), each with documented parameters only. Lines of <c>Get-Content</c> are an array of texts: give
/// <c>-Body (Get-Content body.json -Raw)</c>.
/// </remarks>
[Cmdlet(VerbsLifecycle.Invoke, "RcRequest", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PSObject), typeof(string))]
public sealed class InvokeRcRequestCommand : ConnectedCmdlet
{
    /// <summary>
    /// Gets or sets the path, such as <c>v1/brands</c>, with or without a leading slash; a query may follow, in which a plus is a plus. An
    /// address is taken only below the base URI of the connection. A change is refused where a segment is empty, as of a variable without a value.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Gets or sets the method.</summary>
    [Parameter]
    [ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")]
    public string Method { get; set; } = "GET";

    /// <summary>
    /// Gets or sets the query parameters. Dates without a time of day are sent as <c>yyyy-MM-dd</c>, others as moments in UTC; an array is its
    /// name several times; what is <c>$null</c> is left out of a read, and refused in a change.
    /// </summary>
    [Parameter]
    public IDictionary? Query { get; set; }

    /// <summary>Gets or sets the JSON body: a text that is JSON already, or tables, objects and arrays.</summary>
    [Parameter]
    public object? Body { get; set; }

    /// <summary>Gets or sets the parts of a multipart body: texts and other single values, files as <c>Get-Item</c> gives them, or arrays of both.</summary>
    [Parameter]
    public IDictionary? Form { get; set; }

    /// <summary>Gets or sets whether all pages of a list are read, as they are asked for, and its items emitted.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter FollowPages { get; set; }

    /// <summary>Gets or sets whether the body of the answer is emitted as text, exactly as it came.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter Raw { get; set; }

    /// <summary>Gets or sets whether what can be charged is sent though the journal knows that it has gone out before, or may have.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter AllowRepeat { get; set; }

    /// <summary>Gets or sets whether to send without asking.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override bool IsWrite => Method.ToUpperInvariant() is not ("GET" or "HEAD");

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync()
    {
        RequestDraft draft = Draft();
        RequestSender sender = new(Transport, ActiveConnection, SendingHost, Guard, TimeProvider.System) { AllowRepeat = AllowRepeat, Force = Force };
        try
        {
            await (draft.IsRead ? SendAsync(draft, static (_, _) => { }) : sender.SendAsync(draft, sent => SendAsync(draft, sent), StopToken));
        }
        catch (RocketComsException exception)
        {
            // Not as it was given: a query behind it may hold what nobody else shall see.
            Report(exception, draft.Target.Path);
        }
    }

    private RequestDraft Draft()
    {
        if (Raw && FollowPages)
        {
            throw new InvalidParameterException("Raw", null, "-Raw and -FollowPages cannot be combined. Nothing was sent.", "Leave one of them out.");
        }

        RefuseNothing();
        object? body = UnwrappedValue.Of(Body);
        RequestDraft draft = new(new HttpMethod(Method.ToUpperInvariant()), RequestPath.Parse(Path, BaseUri))
        {
            MoreQuery = RequestFields.Texts(nameof(Query), UnwrappedValue.Table(Query), IsWrite),
            Json = body is null ? null : body is string json ? JsonBody.OfText(json) : JsonBody.Of(body),
            Form = Form is null ? null : RequestFields.Pairs(nameof(Form), UnwrappedValue.Table(Form), IsWrite, allowFiles: true),
            FollowsPages = FollowPages,
        };
        draft.Check();
        return draft;
    }

    // A variable without a value: a change without it would be another one. An empty object is a body.
    private void RefuseNothing()
    {
        foreach (string name in (string[])[nameof(Query), nameof(Body), nameof(Form)])
        {
            if (IsWrite && MyInvocation.BoundParameters.TryGetValue(name, out object? given) && (Cell.IsEmpty(given) || (name != nameof(Body) && given is IDictionary { Count: 0 })))
            {
                throw new InvalidParameterException(name, null, $"-{name} was given, but is empty. Nothing was sent.", $"Look for a variable without a value, or leave -{name} out.");
            }
        }
    }

    private async Task SendAsync(RequestDraft draft, Action<long, long?> sent)
    {
        RequestClient client = new(Transport, new JsonValues(UnwrappedValue.ToObject));
        if (draft.FollowsPages)
        {
            await foreach (object? item in client.ListAsync(draft, StopToken))
            {
                WriteObject(item);
            }

            return;
        }

        if (Raw)
        {
            RawAnswer raw = await client.SendRawAsync(draft, sent, StopToken);
            WriteObject(raw.Text);
            raw.Require();
            return;
        }

        if (await client.SendAsync(draft, sent, StopToken) is { } result)
        {
            WriteObject(result, enumerateCollection: result is object?[]);
        }
    }
}
