#pragma once

#include "tests/ui/prompts/fakeprompts.h"
#include "ui/desktop/prompts/composer.h"
#include "ui/desktop/prompts/conversationlist.h"
#include "ui/desktop/prompts/conversationview.h"
#include "ui/desktop/prompts/markdownview.h"
#include "ui/desktop/prompts/promptscontroller.h"
#include "ui/desktop/prompts/promptspage.h"
#include "ui/widgets/undomessage.h"

#include <QtTest/QTest>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <memory>

namespace keyway {

using namespace Qt::StringLiterals;

/// A window with the page in it, as large as asked, and what plays the engine.
struct Bench {
    explicit Bench(QSize size = {1280, 766},
                   const QList<Conversation> &kept = sample::promptConversations())
    {
        backend.kept = kept;
        auto *row = new QHBoxLayout(&window);
        row->setContentsMargins(0, 0, 0, 0);
        page = new PromptsPage(&window);
        row->addWidget(page);
        undo = new UndoMessage(&window);
        window.resize(size);
        window.show();
        window.activateWindow();
        controller = std::make_unique<PromptsController>(page, &backend, undo,
                                                         &QDateTime::currentDateTimeUtc);
        controller->setEstimateDelay(0);
        controller->start();
    }
    bool ready() const { return page->list()->list()->model()->rowCount() > 0; }
    QPlainTextEdit *field() const { return page->composer()->field(); }
    void write(const QString &text)
    {
        field()->setFocus();
        QTest::keyClicks(field(), text);
        QTest::keyClick(field(), Qt::Key_Return);
    }
    /// Reopens the first conversation of the list, which has `answers` to one prompt.
    void reopen(const QList<std::pair<AnswerValue, StoredMessage::State>> &answers,
                const QJsonObject &details = {})
    {
        const Id id = backend.kept.first().id;
        PromptsBackend::Stored stored;
        StoredMessage prompt;
        prompt.text = sample::surveyPrompt();
        stored.messages.append(prompt);
        int number = 700;
        for (const auto &[value, state] : answers) {
            StoredMessage message;
            message.id = sample::id(number++);
            message.role = StoredMessage::Role::Assistant;
            message.state = state;
            message.text = value.text;
            message.requestId = sample::id(number++);
            message.details = details;
            for (const AttemptValue &attempt : value.attempts) {
                stored.records[*message.requestId].append(attempt.record);
                if (!attempt.text.isEmpty() && attempt.text != value.text)
                    message.partials.append({attempt.record.recordId, attempt.text});
            }
            stored.plans.insert(*message.requestId, *value.plan);
            stored.messages.append(message);
        }
        backend.stored.insert(id, stored);
        page->list()->list()->setCurrentIndex(page->list()->list()->model()->index(1, 0));
    }
    QString shownText() const
    {
        QStringList texts;
        for (const QLabel *label : page->messages()->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        for (const MarkdownView *view : page->messages()->findChildren<MarkdownView *>())
            texts.append(view->markdown());
        return texts.join(u'\n');
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : window.findChildren<QPushButton *>()) {
            if (candidate->isVisible() && candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }

    FakePrompts backend;
    QWidget window;
    PromptsPage *page;
    UndoMessage *undo;
    std::unique_ptr<PromptsController> controller;
};

inline engine::Planned planned(const AnswerValue &answer)
{
    return {answer.requestId, *answer.plan};
}
inline engine::AttemptStarted started(const AttemptValue &attempt)
{
    UsageRecord record = attempt.record;
    record.outcome = Outcome::Started;
    return {record, attempt.prices, 1874};
}
inline engine::AttemptEnded ended(const AttemptValue &attempt)
{
    return {attempt.record, attempt.error, !attempt.text.isEmpty()};
}
inline engine::Answer answerOf(const AnswerValue &value, Outcome outcome)
{
    engine::Answer answer;
    answer.requestId = value.requestId;
    answer.outcome = outcome;
    answer.text = value.text;
    answer.plan = *value.plan;
    answer.error = value.error;
    answer.notAsked = value.notAsked;
    for (const AttemptValue &attempt : value.attempts) {
        engine::AttemptReport report;
        report.record = attempt.record;
        report.error = attempt.error;
        report.text = attempt.text;
        answer.attempts.append(report);
    }
    return answer;
}
} // namespace keyway
