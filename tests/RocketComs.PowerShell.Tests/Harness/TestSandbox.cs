using System.Collections;
using System.Management.Automation;

namespace RocketComs.PowerShell.Tests.Harness;

/// <summary>A sandbox that Start-RcSandbox emitted.</summary>
internal sealed class TestSandbox
{
    /// <summary>The campaign, template and lists that every sandbox holds.</summary>
    public const string CampaignId = "05ee2300-51cd-4021-b28d-11597cf9a175";
    public const string TemplateId = "4a968230-dd15-41fa-9e38-a0abade08b27";
    public const string ListId = "cf3775f1-ea90-4378-bdb5-8788f8d1d041";
    public const string SecondListId = "23e281a7-b9bc-4a11-8657-3ca0600e2451";

    /// <summary>Recipients: two on the first list, and one on none.</summary>
    public const string RecipientId = "6a017f06-83a3-44b7-be6f-5e5cae4a9ed7";
    public const string SecondRecipientId = "3027547b-0dc4-40fd-9d31-2a2878b1b6ef";
    public const string UnlistedRecipientId = "c0867abf-c939-4e42-abed-1ff2ebd6d5cf";

    public const string PortalUser = "user@sandbox.example";
    public const string PortalPassword = "sandbox-password";

    /// <summary>Initializes the wrapper.</summary>
    public TestSandbox(PSObject instance) => Object = instance;

    /// <summary>Gets the object itself.</summary>
    public PSObject Object { get; }

    public Uri BaseUri => Object.Get<Uri>("BaseUri")!;

    public bool IsRunning => Object.Get<bool>("IsRunning");

    public DateTime Now => Object.Get<DateTime>("Now");

    public string ApiKey => Object.Get<string>("ApiKey")!;

    public string ApiSecret => Object.Get<string>("ApiSecret")!;

    public string AccessToken => Object.Get<string>("AccessToken")!;

    /// <summary>Gets the requests that arrived.</summary>
    public IReadOnlyList<SentRequest> Requests => [.. Object.Get<IEnumerable>("Requests")!.Cast<object>().Select(SentRequest.From)];

    /// <summary>Gets those that change something.</summary>
    public IReadOnlyList<SentRequest> Writes => [.. Requests.Where(request => request.IsWrite)];

    public void ClearRequests() => Object.Methods["ClearRequests"].Invoke();

    /// <summary>The faults that are still due, as short forms.</summary>
    public string[] Faults => [.. Object.Get<IEnumerable>("Faults")!.Cast<object>().Select(fault => fault.ToString()!)];

    public int ConnectionCount => Object.Get<int>("ConnectionCount");

    public int OpenConnectionCount => Object.Get<int>("OpenConnectionCount");

    public int MostOpenConnections => Object.Get<int>("MostOpenConnections");

    /// <summary>Orders a fault: a status, a short form or a hashtable, as a script would give it.</summary>
    public void AddFault(object fault) => Object.Methods["AddFault"].Invoke(fault);

    public void ClearFaults() => Object.Methods["ClearFaults"].Invoke();

    public void Advance(TimeSpan time) => Object.Methods["Advance"].Invoke(time);
}
