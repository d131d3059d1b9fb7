#include "tests/ui/album.h"
#include "tests/ui/prompts/samplecomparison.h"
#include "tests/ui/prompts/sampleprompts.h"
#include "ui/desktop/prompts/comparebar.h"
#include "ui/desktop/prompts/comparisonview.h"
#include "ui/desktop/prompts/composer.h"
#include "ui/desktop/prompts/conversationview.h"
#include "ui/desktop/prompts/detailsstrip.h"
#include "ui/desktop/prompts/promptspage.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <functional>

using namespace keyway;
using namespace Qt::StringLiterals;

// Pictures of every state of Prompts, to look at.

namespace {

QList<AttachedFile> sampleFiles()
{
    QImage picture(64, 48, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    AttachedFile photo;
    photo.attachment
        = {u"Lighthouse at first light.png"_s, u"image/png"_s, QByteArray(1'340'000, 'x')};
    photo.preview = picture;
    AttachedFile paper;
    paper.attachment = {u"Survey of 2026.pdf"_s, u"application/pdf"_s, QByteArray(84'000, 'x')};
    AttachedFile notes;
    notes.attachment = {u"notes.txt"_s, u"text/plain"_s, QByteArray(900, 'x')};
    return {photo, paper, notes};
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Album album(QLocale(QLocale::English, QLocale::UnitedStates));

    const auto with = [](const AnswerValue &answer) {
        return [answer](PromptsPage &page) {
            page.setConversation(sample::conversationWith(answer), sample::promptNow());
            page.setEstimate(u"Next: about $0.006"_s);
        };
    };
    const auto compared = [](const ComparisonValue &comparison) {
        return [comparison](PromptsPage &page) {
            page.setConversation(sample::compared(comparison), sample::promptNow());
            page.setDraft(sample::comparingDraft(comparison));
            page.setEstimate(comparison.isUndecided() ? u"Keep an answer to go on"_s
                                                      : u"Next: about $0.006"_s);
        };
    };
    // As large as the page is beside sidebar and status bar.
    const auto filled = [](const std::function<void(PromptsPage &)> &fill) {
        return [fill](const QSize &size) {
            auto *window = new QWidget;
            auto *row = new QHBoxLayout(window);
            row->setContentsMargins(size.width() < 1000 ? 56 : 212, 0, 0, 28);
            auto *page = new PromptsPage(window);
            row->addWidget(page);
            window->resize(size.width(), size.height() - 34);
            window->show();
            page->setServices(sample::promptServices());
            page->setConversations(sample::promptConversations(), false, sample::promptNow());
            fill(*page);
            return window;
        };
    };
    const QList<Album::Picture> pictures{
        {u"writing"_s, filled(with(sample::surveyRunning(sample::surveyAnswer())))},
        {u"asking"_s, filled(with(sample::surveyRunning({})))},
        {u"complete"_s, filled(with(sample::surveyComplete()))},
        {u"all-failed"_s, filled(with(sample::allFailed()))},
        {u"may-be-charged"_s, filled(with(sample::mayBeCharged()))},
        {u"gone-on"_s, filled(with(sample::brokenAndGoneOn()))},
        {u"broken"_s, filled(with(sample::brokenAnswer()))},
        {u"interrupted"_s, filled(with(sample::interruptedAnswer()))},
        {u"stopped"_s, filled(with(sample::stoppedAnswer()))},
        {u"refused"_s, filled(with(sample::refusedAnswer()))},
        {u"unknown-price"_s, filled(with(sample::unknownPrice()))},
        {u"files"_s, filled([&](PromptsPage &page) {
             const QList<AttachedFile> files = sampleFiles();
             ConversationValue conversation = sample::conversationWith(sample::surveyComplete());
             conversation.messages.first().files = files;
             page.setConversation(conversation, sample::promptNow());
             for (const AttachedFile &file : files)
                 page.composer()->addFile(file);
             page.setEstimate(u"Next: about $0.012"_s);
         })},
        {u"wordy"_s, filled([&](PromptsPage &page) {
             page.setServices(sample::wordyServices());
             with(sample::wordyAnswer())(page);
         })},
        {u"compare"_s, filled(compared(sample::comparisonComplete()))},
        {u"compare-writing"_s, filled(compared(sample::comparisonWriting()))},
        {u"compare-failed"_s, filled(compared(sample::comparisonFailed()))},
        {u"compare-hidden"_s, filled([&](PromptsPage &page) {
             compared(sample::comparisonComplete())(page);
             page.compareBar()->namesButton()->click();
         })},
        {u"compare-kept"_s, filled(compared(sample::comparisonKept()))},
        {u"compare-unfolded"_s, filled([&](PromptsPage &page) {
             compared(sample::comparisonKept())(page);
             page.messages()->comparison(1)->setFolded(false);
         })},
        {u"compare-empty"_s, filled([](PromptsPage &page) {
             page.setConversation({}, sample::promptNow());
             page.compareBar()->setComparing(true);
         })},
        {u"empty"_s,
         filled([](PromptsPage &page) { page.setConversation({}, sample::promptNow()); })},
        {u"no-service"_s, filled([](PromptsPage &page) {
             ServicesValue none = sample::promptServices();
             none.integrations.clear();
             page.setServices(none);
             page.setConversations({}, false, sample::promptNow());
             page.setConversation({}, sample::promptNow());
         })},
        {u"locked"_s, filled([&](PromptsPage &page) {
             ServicesValue locked = sample::promptServices();
             locked.keychain.state = KeychainState::Locked;
             with(sample::surveyComplete())(page);
             page.setServices(locked);
         })},
        {u"held"_s, filled([&](PromptsPage &page) {
             ServicesValue held = sample::promptServices();
             held.integrations[1].integration.hold = Hold{Error::Kind::Auth, {}, {}};
             with(sample::surveyComplete())(page);
             page.setServices(held);
         })},
        {u"list-open"_s, filled([&](PromptsPage &page) {
             with(sample::surveyComplete())(page);
             page.listButton()->click();
         })},
        {u"details-open"_s, filled([&](PromptsPage &page) {
             with(sample::surveyRunning(sample::surveyAnswer()))(page);
             page.strip()->button()->click();
         })},
    };
    album.draw({{1280, 800}, {900, 640}}, pictures, std::chrono::milliseconds(600));
    album.draw({{1600, 900}}, {{u"compare-three"_s, filled(compared(sample::comparisonOfThree()))}},
               std::chrono::milliseconds(600));
    return 0;
}
