#include "tests/simulator/servicerequests.h"

#include "tests/support/simulator/media.h"

namespace keyway {

namespace {
const QByteArray googKey = "x-goog-api-key: AIza-good\r\n";
const QByteArray runwayVersion = "X-Runway-Version: 2024-11-06\r\n";
const QByteArray anthropicKey = "x-api-key: sk-good\r\n";
const QByteArray anthropicVersion = "anthropic-version: 2023-06-01\r\n";
// A pixel is enough where the picture is not looked at.
const QByteArray onePixel = simulator::picture("image/png", QSize(1, 1));

QByteArray chat(const QByteArray &model, const QByteArray &more = {})
{
    return R"({"model":")" + model
        + R"(","messages":[{"role":"system","content":"Be short."},)"
          R"({"role":"user","content":[{"type":"text","text":"How are you?"}]}])"
        + more + "}";
}

QByteArray picturePart()
{
    return R"({"type":"image_url","image_url":{"url":"data:image/png;base64,)" + onePixel.toBase64()
        + R"("}})";
}

QList<ServiceRequest> textRequests()
{
    const QByteArray usage = R"(,"stream":true,"stream_options":{"include_usage":true})";
    return {
        {"OpenAI chat",
         "/openai/v1/chat/completions",
         bearer(),
         {},
         chat("gpt-6-luna",
              usage
                  + R"(,"max_completion_tokens":50,"reasoning_effort":"none","temperature":0.5,)"
                    R"("response_format":{"type":"json_object"},"service_tier":"flex")"),
         {}},
        {"OpenAI responses",
         "/openai/v1/responses",
         bearer(),
         {},
         R"({"model":"gpt-6.1-sol","input":[{"role":"user","content":[)"
         R"({"type":"input_text","text":"How are you?"},)"
         R"({"type":"input_image","image_url":"data:image/png;base64,)"
             + onePixel.toBase64()
             + R"("}]}],"instructions":"Be short.","store":false,"stream":true,)"
               R"("max_output_tokens":50,"reasoning":{"effort":"low","summary":"auto"}})",
         {}},
        {"OpenRouter chat",
         "/openrouter/api/v1/chat/completions",
         bearer(),
         "X-Title: Keyway\r\n",
         chat("anthropic/claude-sonnet-5.5", R"(,"reasoning":{"effort":"low"},"stream":true)"),
         {}},
        {"xAI chat",
         "/xai/v1/chat/completions",
         bearer(),
         {},
         chat("grok-4.6", usage + R"(,"reasoning_effort":"low")"),
         {}},
        {"xAI responses",
         "/xai/v1/responses",
         bearer(),
         {},
         R"({"model":"grok-4.6","input":"How are you?","store":false})",
         {}},
        {"Mistral chat",
         "/mistral/v1/chat/completions",
         bearer(),
         {},
         chat("magistral-medium", R"(,"max_tokens":50,"random_seed":7,"stream":true)"),
         {}},
        {"DeepSeek chat",
         "/deepseek/chat/completions",
         bearer(),
         {},
         chat("deepseek-flash", usage + R"(,"thinking":{"type":"enabled"},"max_tokens":50)"),
         {}},
        {"Groq chat",
         "/groq/openai/v1/chat/completions",
         bearer(),
         {},
         chat("openai/gpt-oss-20b", usage + R"(,"reasoning_format":"parsed")"),
         {}},
        {"Azure chat",
         "/azure/openai/v1/chat/completions",
         "api-key: good\r\n",
         {},
         chat("my-deployment", usage),
         {}},
        {"Azure deployment",
         "/azure/openai/deployments/my-deployment/chat/completions?api-version=2024-10-21",
         "api-key: good\r\n",
         {},
         R"({"messages":[{"role":"user","content":"How are you?"}]})",
         {}},
        {"vLLM chat", "/vllm/v1/chat/completions", {}, {}, chat("local-model", usage), {}},
        {"Anthropic messages",
         "/anthropic/v1/messages",
         anthropicKey,
         anthropicVersion,
         R"({"model":"claude-haiku-4-5","max_tokens":50,"stream":true,"system":"Be short.",)"
         R"("temperature":0.5,"messages":[{"role":"user","content":[)"
         R"({"type":"document","source":{"type":"text","media_type":"text/plain","data":"Read."}},)"
         R"({"type":"image","source":{"type":"base64","media_type":"image/png","data":")"
             + onePixel.toBase64() + R"("}},{"type":"text","text":"How are you?"}]}]})",
         {}},
        {"Gemini generate",
         "/gemini/v1beta/models/gemini-2.5-flash:generateContent",
         googKey,
         {},
         R"({"contents":[{"role":"user","parts":[{"text":"How are you?"},)"
         R"({"inlineData":{"mimeType":"image/png","data":")"
             + onePixel.toBase64()
             + R"("}}]}],"systemInstruction":{"parts":[{"text":"Be short."}]},)"
               R"("generationConfig":{"maxOutputTokens":50,"thinkingConfig":{"thinkingBudget":0}}})",
         {}},
        {"Gemini stream",
         "/gemini/v1beta/models/gemini-4-argon:streamGenerateContent?alt=sse",
         googKey,
         {},
         R"({"contents":[{"role":"user","parts":[{"text":"How are you?"}]}],)"
         R"("generationConfig":{"thinkingConfig":{"thinkingLevel":"low","includeThoughts":true}}})",
         {}},
        {"Gemini interaction",
         "/gemini/v1beta/interactions",
         googKey,
         {},
         R"({"model":"gemini-3.8-flash","input":[{"type":"text","text":"How are you?"}],)"
         R"("stream":true,"generation_config":{"max_output_tokens":50}})",
         {}},
        {"Cohere chat",
         "/cohere/v2/chat",
         bearer(),
         {},
         R"({"model":"command-a","messages":[{"role":"user","content":"How are you?"}],)"
         R"("stream":true,"max_tokens":50,"p":0.9})",
         {}},
        {"Ollama chat",
         "/ollama/api/chat",
         {},
         {},
         R"({"model":"llama3.2:latest","messages":[{"role":"user","content":"How are you?",)"
         R"("images":[")"
             + onePixel.toBase64() + R"("]}],"options":{"num_ctx":8192,"temperature":0.5}})",
         {}},
    };
}

QList<ServiceRequest> pictureRequests()
{
    return {
        {"OpenAI picture",
         "/openai/v1/images/generations",
         bearer(),
         {},
         R"({"model":"gpt-image-2","prompt":"a cat","n":2,"size":"1024x1024","quality":"low"})",
         {}},
        {"OpenAI edit",
         "/openai/v1/images/edits",
         bearer(),
         {},
         {},
         formField("model", "gpt-image-2") + formField("prompt", "a dog") + formField("n", "1")
             + formFile("image[]", "image/png", onePixel)
             + formFile("image[]", "image/png", onePixel)},
        {"xAI picture",
         "/xai/v1/images/generations",
         bearer(),
         {},
         R"({"model":"grok-imagine-image-2.0","prompt":"a cat","response_format":"b64_json"})",
         {}},
        {"xAI edit",
         "/xai/v1/images/edits",
         bearer(),
         {},
         R"({"model":"grok-imagine-image-2.0","prompt":"a cat","image":{"url":"data:image/png;base64,)"
             + onePixel.toBase64() + R"(","type":"image_url"}})",
         {}},
        {"OpenRouter picture",
         "/openrouter/api/v1/images",
         bearer(),
         {},
         R"({"model":"google/nano","prompt":"a cat","aspect_ratio":"16:9","input_references":[)"
             + picturePart() + "]}",
         {}},
        {"Gemini picture",
         "/gemini/v1beta/models/gemini-nano-banana-2.1:generateContent",
         googKey,
         {},
         R"({"contents":[{"role":"user","parts":[{"text":"a cat"}]}],"generationConfig":)"
         R"({"responseModalities":["TEXT","IMAGE"],"imageConfig":{"aspectRatio":"1:1"}}})",
         {}},
        {"Stability AI sd3",
         "/stability/v2beta/stable-image/generate/sd3",
         bearer(),
         "Accept: image/*\r\n",
         {},
         formField("prompt", "a cat") + formField("model", "sd3.5-medium")
             + formField("cfg_scale", "7") + formField("output_format", "jpeg")},
        {"Stability AI inpaint",
         "/stability/v2beta/stable-image/edit/inpaint",
         bearer(),
         "Accept: application/json\r\n",
         {},
         formField("prompt", "a cat") + formFile("image", "image/png", onePixel)
             + formFile("mask", "image/png", onePixel)},
        {"Stability AI fast upscale",
         "/stability/v2beta/stable-image/upscale/fast",
         bearer(),
         "Accept: image/*\r\n",
         {},
         formFile("image", "image/png", onePixel)},
        {"Stability AI sketch",
         "/stability/v2beta/stable-image/control/sketch",
         bearer(),
         "Accept: image/*\r\n",
         {},
         formField("prompt", "a cat") + formField("control_strength", "0.7")
             + formFile("image", "image/png", onePixel)},
    };
}

QList<ServiceRequest> jobRequests()
{
    return {
        {"xAI video",
         "/xai/v1/videos/generations",
         bearer(),
         {},
         R"({"model":"grok-imagine-video-1.5","prompt":"waves","duration":6,"resolution":"720p"})",
         {}},
        {"OpenRouter video",
         "/openrouter/api/v1/videos",
         bearer(),
         {},
         R"({"model":"google/veo-3.1","prompt":"waves","duration":6,"aspect_ratio":"16:9",)"
         R"("generate_audio":true})",
         {}},
        {"Gemini video",
         "/gemini/v1beta/interactions",
         googKey,
         {},
         R"({"model":"gemini-omni-1.2-flash","input":"waves","background":true,"response_format":)"
         R"({"type":"video","resolution":"720p","duration":"6s","delivery":"uri"}})",
         {}},
        {"Stability AI upscale",
         "/stability/v2beta/stable-image/upscale/creative",
         bearer(),
         "Accept: application/json\r\n",
         {},
         formField("prompt", "a cat") + formFile("image", "image/png", onePixel)},
        {"Runway video",
         "/runway/v1/text_to_video",
         bearer(),
         runwayVersion,
         R"({"model":"gen4.5","promptText":"waves","ratio":"1280:720","duration":6})",
         {}},
        {"Runway video of a picture",
         "/runway/v1/image_to_video",
         bearer(),
         runwayVersion,
         R"({"model":"gen4_turbo","promptImage":[{"uri":"data:image/png;base64,)"
             + onePixel.toBase64() + R"(","position":"first"}],"ratio":"1280:720","duration":6})",
         {}},
        {"Runway picture",
         "/runway/v1/text_to_image",
         bearer(),
         runwayVersion,
         R"({"model":"gen4_image","promptText":"waves","ratio":"1280:720"})",
         {}},
        {"Luma video",
         "/luma/dream-machine/v1/generations",
         bearer(),
         {},
         R"({"model":"ray-2","prompt":"waves","resolution":"720p","duration":"5s"})",
         {}},
        {"Luma picture",
         "/luma/dream-machine/v1/generations/image",
         bearer(),
         {},
         R"({"model":"photon-1","prompt":"waves","aspect_ratio":"16:9"})",
         {}},
        {"Replicate video",
         "/replicate/v1/models/google/veo-3.1/predictions",
         bearer(),
         {},
         R"({"input":{"prompt":"waves","duration":6}})",
         {}},
        {"Replicate picture",
         "/replicate/v1/predictions",
         bearer(),
         {},
         R"({"version":"5c7d5dc6","input":{"prompt":"a cat"}})",
         {}},
    };
}
} // namespace

QList<ServiceRequest> serviceRequests()
{
    return textRequests() + pictureRequests() + jobRequests();
}

ServiceRequest serviceRequest(const char *name)
{
    for (const ServiceRequest &request : serviceRequests()) {
        if (qstrcmp(request.name, name) == 0)
            return request;
    }
    qFatal("no request '%s'", name);
}

} // namespace keyway
