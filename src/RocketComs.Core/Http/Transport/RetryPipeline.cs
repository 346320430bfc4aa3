using Polly;
using Polly.Retry;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Http.Transport;

/// <summary>Builds the retry strategy: exponential with jitter from half a second, <c>Retry-After</c> honoured up to a ceiling.</summary>
internal static class RetryPipeline
{
    /// <summary>The key under which the strategy finds the call that it repeats.</summary>
    public static readonly ResiliencePropertyKey<ApiRequest> Call = new("RocketComs.Call");

    /// <summary>Builds the strategy.</summary>
    public static ResiliencePipeline<ApiAnswer> Build(ClientOptions options)
    {
        if (options.MaximumRetryCount < 1)
        {
            return ResiliencePipeline<ApiAnswer>.Empty;
        }

        RetryStrategyOptions<ApiAnswer> retry = new()
        {
            MaxRetryAttempts = options.MaximumRetryCount,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(500),
            MaxDelay = TimeSpan.FromSeconds(30),
            UseJitter = true,
            ShouldHandle = args => new ValueTask<bool>(MayRetry(args, options)),
            DelayGenerator = args => new ValueTask<TimeSpan?>(
                args.Outcome.Result is { } answer ? FaultMap.Wait(answer, options.Clock.GetUtcNow()) : null),
        };
        if (options.Randomizer is not null)
        {
            retry.Randomizer = options.Randomizer;
        }

        return new ResiliencePipelineBuilder<ApiAnswer> { TimeProvider = options.Clock }.AddRetry(retry).Build();
    }

    private static bool MayRetry(RetryPredicateArguments<ApiAnswer> args, ClientOptions options)
    {
        if (!args.Context.Properties.TryGetValue(Call, out ApiRequest? request))
        {
            return false;
        }

        if (args.Outcome.Result is { } answer)
        {
            TimeSpan? wait = FaultMap.Wait(answer, options.Clock.GetUtcNow());
            return FaultMap.MayRetry(request, answer) && !(wait > options.MaximumRetryAfter);
        }

        return args.Outcome.Exception is RocketComsException fault && FaultMap.MayRetry(request, fault);
    }
}
