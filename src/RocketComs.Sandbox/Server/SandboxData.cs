namespace RocketComs.Sandbox.Server;

/// <summary>The ids and texts of what every sandbox holds from its start.</summary>
public static class SandboxData
{
    /// <summary>The campaign that batches can be created for (<c>ACTIVE</c>).</summary>
    public const string CampaignId = "05ee2300-51cd-4021-b28d-11597cf9a175";

    /// <summary>The campaign whose registration is still running (<c>PENDING</c>): no batch can be created for it.</summary>
    public const string PendingCampaignId = "7a1d7c3e-52f4-4b0a-9d0f-3c8f6f0f6f21";

    /// <summary>The brand of both campaigns.</summary>
    public const string BrandId = "d7b0e25f-30c9-456b-b287-6b3dcaa4b8f7";

    /// <summary>A number that has opted out of <see cref="CampaignId"/>, as ten digits.</summary>
    public const string OptOutNumber = "2025550104";

    /// <summary>Another number that has opted out; it is on no list.</summary>
    public const string SecondOptOutNumber = "2025550199";

    /// <summary>The message template that can be used (<c>ACTIVE</c>).</summary>
    public const string MessageTemplateId = "4a968230-dd15-41fa-9e38-a0abade08b27";

    /// <summary>The text of <see cref="MessageTemplateId"/>.</summary>
    public const string MessageTemplateText = "Our spring sale starts tomorrow!";

    /// <summary>The message template that cannot be used any more (<c>ARCHIVED</c>).</summary>
    public const string ArchivedMessageTemplateId = "a9e1e4ce-0d9e-4298-8059-178e17d31c11";

    /// <summary>A recipient with all fields, on <see cref="RecipientListId"/>; the number is +12025550101.</summary>
    public const string RecipientId = "6a017f06-83a3-44b7-be6f-5e5cae4a9ed7";

    /// <summary>The recipient +12025550102, on <see cref="RecipientListId"/>.</summary>
    public const string SecondRecipientId = "3027547b-0dc4-40fd-9d31-2a2878b1b6ef";

    /// <summary>The recipient +12025550103, on both lists.</summary>
    public const string ThirdRecipientId = "d501c95c-b52c-40b2-981f-8e82c9dd3eb4";

    /// <summary>The recipient +12025550104, on <see cref="SecondRecipientListId"/>.</summary>
    public const string FourthRecipientId = "6c4e977f-189d-4e9a-b5d6-bf7a235e7df7";

    /// <summary>The recipient +12025550105, on no list.</summary>
    public const string UnlistedRecipientId = "c0867abf-c939-4e42-abed-1ff2ebd6d5cf";

    /// <summary>A list of three recipients.</summary>
    public const string RecipientListId = "cf3775f1-ea90-4378-bdb5-8788f8d1d041";

    /// <summary>A list of two recipients, one of whom is on <see cref="RecipientListId"/> too.</summary>
    public const string SecondRecipientListId = "23e281a7-b9bc-4a11-8657-3ca0600e2451";

    /// <summary>A list without recipients.</summary>
    public const string EmptyRecipientListId = "e2bf6960-9ac7-4448-8154-d1e19d9379a1";

    /// <summary>When all of it was made.</summary>
    internal static DateTimeOffset CreatedAt { get; } = new(2023, 11, 2, 16, 58, 25, 808, TimeSpan.Zero);
}
