using RocketComs.Core.Http.Content;

namespace RocketComs.Core.Api;

/// <summary>Turns a draft into query parameters and a multipart body.</summary>
internal static class BatchForm
{
    /// <summary>The parameters for the query string.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Query(BatchDraft draft, RcParameterPlacement placement)
    {
        List<KeyValuePair<string, string>> query = [];
        foreach (BatchParameter parameter in BatchParameters.All)
        {
            if (!parameter.IsPart && placement == RcParameterPlacement.Query)
            {
                foreach (string value in parameter.Values(draft))
                {
                    query.Add(new(parameter.Name, value));
                }
            }
        }

        return query;
    }

    /// <summary>The body.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="placement">Where the scalars travel.</param>
    /// <param name="sent">Told of the bytes of the body that leave.</param>
    public static MultipartFormDataContent Body(BatchDraft draft, RcParameterPlacement placement, Action<long> sent)
    {
        FormBody form = new(sent);
        foreach (BatchParameter parameter in BatchParameters.All)
        {
            if (parameter.IsPart || placement == RcParameterPlacement.Form)
            {
                foreach (string value in parameter.Values(draft))
                {
                    form.Add(parameter.Name, value);
                }
            }
        }

        if (draft.File is { } file)
        {
            form.Add(BatchParameters.File, file);
        }

        return form.Content;
    }
}
