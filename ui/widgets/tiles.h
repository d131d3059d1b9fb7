#pragma once

#include "ui/widgets/paint.h"
#include "ui/widgets/paintedwidget.h"

namespace keyway {

/// A service's square with two letters. Decoration beside its name, so it has no name of its own
/// unless set.
class ProviderTile : public PaintedWidget {
    Q_OBJECT
public:
    /// `size` is 20 (table), 28 (compact), 36 (card) or 44 (dialog).
    explicit ProviderTile(const QString &serviceId, int size = 36, QWidget *parent = nullptr);
    void setService(const QString &serviceId, const QString &name = {});
    void setMuted(bool muted);
    QSize sizeHint() const override { return {m_size, m_size}; }
    QSize minimumSizeHint() const override { return sizeHint(); }
    QString spokenText() const override { return m_name; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_id, m_name;
    int m_size;
    bool m_muted = false;
};

/// Icon and word of a state, for example "Active".
class StatusPill : public PaintedWidget {
    Q_OBJECT
public:
    explicit StatusPill(QWidget *parent = nullptr);
    StatusPill(Status status, const QString &word, QWidget *parent = nullptr);
    void setStatus(Status status, const QString &word);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// "Status: active"
    QString spokenText() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status = Status::Info;
    QString m_word;
};

/// A small word in a frame, for example "Added" or "Free tier".
class Tag : public PaintedWidget {
    Q_OBJECT
public:
    explicit Tag(const QString &word, TagTone tone = TagTone::Plain, QWidget *parent = nullptr);
    void setWord(const QString &word);
    void setIconName(const QString &icon);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QString spokenText() const override { return m_word; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_word, m_icon;
    TagTone m_tone;
};

/// The number beside a heading ("Active Integrations 4").
class CountBadge : public PaintedWidget {
    Q_OBJECT
public:
    explicit CountBadge(int count = 0, QWidget *parent = nullptr);
    void setCount(int count);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QString spokenText() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_count;
};

/// One of Keyway's icons as a picture; decoration, unless it gets an accessible name.
class IconView : public PaintedWidget {
    Q_OBJECT
public:
    explicit IconView(const QString &icon, Token color = Token::TextSecondary, int size = 18,
                      QWidget *parent = nullptr);
    void setIcon(const QString &icon, Token color);
    QSize sizeHint() const override { return {m_size, m_size}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    Token m_color;
    int m_size;
};

} // namespace keyway
