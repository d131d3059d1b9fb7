#pragma once

#include "ui/desktop/studio/jobrow.h"

#include <QtWidgets/QWidget>

class QPushButton;
class QVBoxLayout;

namespace keyway {

class CardFrame;
class CountBadge;
class ScrollPage;
class TextLabel;

/// "In progress": the jobs in their order, and the button that pauses all of them. Hidden while
/// there is none.
class JobList : public QWidget {
    Q_OBJECT
public:
    explicit JobList(Thumbnails *thumbnails, QWidget *parent = nullptr);

    void setJobs(const StudioJobs &jobs, const ServicesValue &services, const QDateTime &now);
    /// The times that are left.
    void setNow(const QDateTime &now);
    JobRow *row(int index) const { return m_rows.value(index); }
    int count() const { return int(m_rows.size()); }
    QPushButton *pauseButton() const { return m_pause; }

Q_SIGNALS:
    void cancelRequested(const keyway::Id &job);
    void hideRequested(const keyway::Id &job);
    void moveUpRequested(const keyway::Id &job);
    void againRequested(const keyway::Id &job);
    void detailsRequested(const keyway::Id &job);
    void pauseRequested(bool pause);

private:
    void fill(const QDateTime &now);
    void orderStops();
    void adaptHeight();

    Thumbnails *m_thumbnails;
    StudioJobs m_jobs;
    QHash<QString, QString> m_names; ///< of services
    CountBadge *m_badge;
    QPushButton *m_pause;
    CardFrame *m_card;
    ScrollPage *m_scroll;
    QVBoxLayout *m_column;
    QList<JobRow *> m_rows;
    QList<QWidget *> m_lines;
};

} // namespace keyway
